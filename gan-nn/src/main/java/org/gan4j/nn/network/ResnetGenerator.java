package org.gan4j.nn.network;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Upsample;
import org.gan4j.nn.UpsampleConv2d;
import org.gan4j.nn.init.Initializer;
import org.gan4j.nn.init.XavierUniform;

/**
 * The residual generator of SNGAN: a dense layer makes small maps, and residual blocks with
 * nearest-neighbour upsampling double them until they have the image's size; batch norm and ReLU
 * come before every convolution, and tanh at the end.
 *
 * @shape [n, latent] to [n, size·size·channels] in [−1, 1], row-major with channels last
 * @param size the image's height and width, which halve to 8 or less: 28 from 7, 32 and 64 from 4
 * @param channels the image's channels
 * @param width channels of the maps inside, at least 1; the paper has 256 at size 32
 * @paper Miyato et al. 2018, arXiv:1802.05957, Table 4
 */
public record ResnetGenerator(int size, int channels, int width) implements NamedNetwork {
  private static final Initializer RESIDUAL = new XavierUniform(Math.sqrt(2));
  private static final Initializer PLAIN = new XavierUniform(1);

  /**
   * Checks the extents.
   *
   * @param size the image's height and width, which halve to 8 or less: 28 from 7, 32 and 64 from 4
   * @param channels the image's channels
   * @param width channels of the maps inside, at least 1; the paper has 256 at size 32
   */
  public ResnetGenerator {
    Stages.of("resnet generator", size);
    Expect.count("resnet generator", "channel", channels, 1);
    Expect.atLeast("resnet generator", "a width", width, 1);
  }

  @Override
  public LayerSpec layers() {
    int stages = Stages.of("resnet generator", size);
    int side = size >> stages;
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(new Dense(Math.multiplyExact(side * side, width), Activation.IDENTITY, PLAIN));
    layers.add(new Reshape(side, side, width));
    for (int stage = 0; stage < stages; stage++) {
      layers.add(block());
    }
    layers.add(new BatchNorm());
    layers.add(new Activate(Activation.RELU));
    layers.add(new Conv2d(channels, 3, 1, 1, Activation.TANH, PLAIN));
    layers.add(new Flatten());
    return new Sequential(layers);
  }

  private LayerSpec block() {
    return new Residual(
        Sequential.of(
            new BatchNorm(),
            new Activate(Activation.RELU),
            new UpsampleConv2d(width, 3, 1, Activation.IDENTITY, RESIDUAL),
            new BatchNorm(),
            new Activate(Activation.RELU),
            new Conv2d(width, 3, 1, 1, Activation.IDENTITY, RESIDUAL)),
        // A pointwise convolution and an upsampling commute; this order needs a quarter of the
        // work.
        Sequential.of(new Conv2d(width, 1, 1, 0, Activation.IDENTITY, PLAIN), new Upsample(2)));
  }
}
