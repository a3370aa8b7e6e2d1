package org.gan4j.nn.network;

import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;

/**
 * The discriminator of DCGAN: {@link DcganFeatures}, and a dense layer for the logit.
 *
 * @shape [n, size·size·channels] to [n, 1], row-major with channels last
 * @param size the image's height and width, which halve to 8 or less: 28 to 7, 32 and 64 to 4
 * @param channels the image's channels
 * @param width channels after the first convolution, at least 1; each further one doubles them
 * @param spectralNorm whether every layer has spectral norm
 * @paper Radford et al. 2016, arXiv:1511.06434, Section 3
 */
public record DcganDiscriminator(int size, int channels, int width, boolean spectralNorm)
    implements NamedNetwork {
  /**
   * Checks the extents.
   *
   * @param size the image's height and width, which halve to 8 or less: 28 to 7, 32 and 64 to 4
   * @param channels the image's channels
   * @param width channels after the first convolution, at least 1; each further one doubles them
   * @param spectralNorm whether every layer has spectral norm
   */
  public DcganDiscriminator {
    new DcganFeatures(size, channels, width, spectralNorm);
  }

  @Override
  public LayerSpec layers() {
    LayerSpec last = new Dense(1, Activation.IDENTITY);
    return Sequential.of(
        new DcganFeatures(size, channels, width, spectralNorm),
        spectralNorm ? new SpectralNorm(last) : last);
  }
}
