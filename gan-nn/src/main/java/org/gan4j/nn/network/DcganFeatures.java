package org.gan4j.nn.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;

/**
 * The body of DCGAN's discriminator without its batch norm, so that samples are scored
 * independently, as gradient penalties ask for: convolutions (kernel 4, stride 2) with leaky ReLUs
 * of slope 0.2 halve the image. Put a {@link org.gan4j.nn.Dense}, a {@link org.gan4j.nn.Projection}
 * or an {@link org.gan4j.nn.AuxiliaryHead} behind it. Without batch norm, the paper's N(0, 0.02²)
 * would make it almost constant at first, so weights have He's variance.
 *
 * @shape [n, size·size·channels] to [n, features], row-major with channels last
 * @param size the image's height and width, which halve to 8 or less: 28 to 7, 32 and 64 to 4
 * @param channels the image's channels
 * @param width channels after the first convolution, at least 1; each further one doubles them
 * @param spectralNorm whether every layer has spectral norm
 * @paper Radford et al. 2016, arXiv:1511.06434, Section 3
 */
public record DcganFeatures(int size, int channels, int width, boolean spectralNorm)
    implements NamedNetwork {
  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  /**
   * Checks the extents.
   *
   * @param size the image's height and width, which halve to 8 or less: 28 to 7, 32 and 64 to 4
   * @param channels the image's channels
   * @param width channels after the first convolution, at least 1; each further one doubles them
   * @param spectralNorm whether every layer has spectral norm
   */
  public DcganFeatures {
    Stages.of("dcgan discriminator", size);
    Expect.count("dcgan discriminator", "channel", channels, 1);
    Expect.atLeast("dcgan discriminator", "a width", width, 1);
  }

  @Override
  public LayerSpec layers() {
    UnaryOperator<LayerSpec> normed = spectralNorm ? SpectralNorm::new : layer -> layer;
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(new Reshape(size, size, channels));
    int maps = width;
    for (int stage = 0; stage < Stages.of("dcgan discriminator", size); stage++) {
      layers.add(normed.apply(new Conv2d(maps, 4, 2, 1, LEAKY)));
      maps = Math.multiplyExact(maps, 2);
    }
    layers.add(new Flatten());
    return new Sequential(layers);
  }
}
