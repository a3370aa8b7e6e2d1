package org.gan4j.nn.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Activate;
import org.gan4j.nn.AveragePool;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Conv2dAveragePool;
import org.gan4j.nn.Dense;
import org.gan4j.nn.GlobalSumPool;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.init.Initializer;
import org.gan4j.nn.init.XavierUniform;

/**
 * The residual discriminator of SNGAN: two residual blocks that halve the image by average pooling,
 * two that keep its size, global sum pooling, and a dense layer for the logit.
 *
 * @shape [n, size·size·channels] to [n, 1], row-major with channels last
 * @param size the image's height and width, divisible by 4
 * @param channels the image's channels
 * @param width channels of the maps inside, at least 1; the paper has 128 at size 32
 * @param spectralNorm whether every layer has spectral norm, as in the paper
 * @paper Miyato et al. 2018, arXiv:1802.05957, Table 4 and Figure 8
 */
public record ResnetDiscriminator(int size, int channels, int width, boolean spectralNorm)
    implements NamedNetwork {
  private static final Initializer RESIDUAL = new XavierUniform(Math.sqrt(2));
  private static final Initializer PLAIN = new XavierUniform(1);

  /**
   * Checks the extents.
   *
   * @param size the image's height and width, divisible by 4
   * @param channels the image's channels
   * @param width channels of the maps inside, at least 1; the paper has 128 at size 32
   * @param spectralNorm whether every layer has spectral norm, as in the paper
   */
  public ResnetDiscriminator {
    String where = "resnet discriminator";
    Expect.that(size > 0 && size % 4 == 0, where, "a side that 4 divides", size);
    Expect.count(where, "channel", channels, 1);
    Expect.atLeast(where, "a width", width, 1);
  }

  private LayerSpec conv(int kernel, Initializer init) {
    LayerSpec layer = new Conv2d(width, kernel, 1, kernel / 2, Activation.IDENTITY, init);
    return normed().apply(layer);
  }

  private LayerSpec convAndPool() {
    return normed().apply(new Conv2dAveragePool(width, 3, 1, Activation.IDENTITY, RESIDUAL));
  }

  private UnaryOperator<LayerSpec> normed() {
    return spectralNorm ? SpectralNorm::new : layer -> layer;
  }

  @Override
  public LayerSpec layers() {
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(new Reshape(size, size, channels));
    layers.add(first());
    layers.add(block(true));
    layers.add(block(false));
    layers.add(block(false));
    layers.add(new Activate(Activation.RELU));
    layers.add(new GlobalSumPool());
    layers.add(normed().apply(new Dense(1, Activation.IDENTITY, PLAIN)));
    return new Sequential(layers);
  }

  /** The block of the image, which begins without an activation. */
  private LayerSpec first() {
    return new Residual(
        Sequential.of(conv(3, RESIDUAL), new Activate(Activation.RELU), convAndPool()),
        Sequential.of(new AveragePool(2), conv(1, PLAIN)));
  }

  private LayerSpec block(boolean halving) {
    List<LayerSpec> branch = new ArrayList<>();
    branch.add(new Activate(Activation.RELU));
    branch.add(conv(3, RESIDUAL));
    branch.add(new Activate(Activation.RELU));
    branch.add(halving ? convAndPool() : conv(3, RESIDUAL));
    List<LayerSpec> shortcut = new ArrayList<>();
    if (halving) {
      // Pooling and a pointwise convolution commute; this order needs a quarter of the work.
      shortcut.add(new AveragePool(2));
      shortcut.add(conv(1, PLAIN));
    }
    return new Residual(new Sequential(branch), new Sequential(shortcut));
  }
}
