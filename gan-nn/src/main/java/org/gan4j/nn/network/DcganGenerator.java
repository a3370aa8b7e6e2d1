package org.gan4j.nn.network;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.init.Initializer;
import org.gan4j.nn.init.Normal;

/**
 * The generator of DCGAN: a dense layer makes small maps, which transposed convolutions (kernel 4,
 * stride 2) double until they have the image's size, with batch norm and ReLU between and tanh at
 * the end. All weights are drawn from N(0, 0.02²).
 *
 * @shape [n, latent] to [n, size·size·channels] in [−1, 1], row-major with channels last
 * @param size the image's height and width, which halve to 8 or less: 28 from 7, 32 and 64 from 4
 * @param channels the image's channels
 * @param width channels of the largest maps inside, at least 1; each smaller size has twice as many
 * @param classes the number of classes of a conditional generator, whose batch norm depends on the
 *     label; 0 for a generator without labels
 * @paper Radford et al. 2016, arXiv:1511.06434, Section 3
 */
public record DcganGenerator(int size, int channels, int width, int classes)
    implements NamedNetwork {
  private static final Initializer INIT = new Normal(0.02);

  /**
   * Checks the extents.
   *
   * @param size the image's height and width, which halve to 8 or less: 28 from 7, 32 and 64 from 4
   * @param channels the image's channels
   * @param width channels of the largest maps inside, at least 1; each smaller size has twice as
   *     many
   * @param classes the number of classes of a conditional generator, whose batch norm depends on
   *     the label; 0 for a generator without labels
   */
  public DcganGenerator {
    Stages.of("dcgan generator", size);
    Expect.count("dcgan generator", "channel", channels, 1);
    Expect.atLeast("dcgan generator", "a width", width, 1);
    Expect.atLeast("dcgan generator", "a number of classes", classes, 0);
  }

  @Override
  public LayerSpec layers() {
    int stages = Stages.of("dcgan generator", size);
    int side = size >> stages;
    int maps = Math.multiplyExact(width, 1 << (stages - 1));
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(new Dense(Math.multiplyExact(side * side, maps), Activation.IDENTITY, INIT));
    layers.add(new Reshape(side, side, maps));
    for (int stage = 1; stage < stages; stage++) {
      layers.add(norm());
      layers.add(new Activate(Activation.RELU));
      maps /= 2;
      layers.add(new ConvTranspose2d(maps, 4, 2, 1, Activation.IDENTITY, INIT));
    }
    layers.add(norm());
    layers.add(new Activate(Activation.RELU));
    layers.add(new ConvTranspose2d(channels, 4, 2, 1, Activation.TANH, INIT));
    layers.add(new Flatten());
    return new Sequential(layers);
  }

  private LayerSpec norm() {
    return classes == 0 ? new BatchNorm() : new ConditionalBatchNorm(classes);
  }
}
