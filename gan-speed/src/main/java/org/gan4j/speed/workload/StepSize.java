package org.gan4j.speed.workload;

import org.gan4j.nn.network.DcganDiscriminator;
import org.gan4j.nn.network.DcganGenerator;
import org.gan4j.nn.network.ResnetDiscriminator;
import org.gan4j.nn.network.ResnetGenerator;

/**
 * The networks used in every comparison; gan_step.py builds the same networks in PyTorch. The dense
 * ones have leaky ReLUs, and tanh at the end of the generator.
 */
@SuppressWarnings("ImmutableEnumChecker") // recipes are immutable records
public enum StepSize {
  /** A 2-D toy: latent 2, batch 256, two hidden layers of 128. */
  TOY("toy2d", StepNetworks.dense(2, 2, 256, 2, 128)),
  /** 784-D: latent 64, batch 64, two hidden layers of 256. */
  SMALL("mlp256", StepNetworks.dense(784, 64, 64, 2, 256)),
  /** 784-D: latent 100, batch 128, two hidden layers of 512. */
  MEDIUM("mlp512", StepNetworks.dense(784, 100, 128, 2, 512)),
  /** 784-D: latent 128, batch 256, three hidden layers of 1024. */
  LARGE("mlp1024", StepNetworks.dense(784, 128, 256, 3, 1024)),
  /** DCGAN of 28 x 28: latent 64, batch 64, two strided layers, width 32. */
  DCGAN28_32("dcgan28-width32", dcgan(28, 1, 32)),
  /** DCGAN of 28 x 28: latent 64, batch 64, two strided layers, width 64. */
  DCGAN28_64("dcgan28", dcgan(28, 1, 64)),
  /** DCGAN of 32 x 32 x 3: latent 64, batch 64, three strided layers, width 64. */
  DCGAN32_64("dcgan32", dcgan(32, 3, 64)),
  /** ResNet of 32 x 32 x 3: latent 64, batch 64, width 64. */
  RESNET32_64(
      "resnet32",
      new StepNetworks(
          3072, 64, 64, new ResnetGenerator(32, 3, 64), new ResnetDiscriminator(32, 3, 64, false)));

  private final String id;
  private final StepNetworks networks;

  StepSize(String id, StepNetworks networks) {
    this.id = id;
    this.networks = networks;
  }

  private static StepNetworks dcgan(int size, int channels, int width) {
    return new StepNetworks(
        size * size * channels,
        64,
        64,
        new DcganGenerator(size, channels, width, 0),
        new DcganDiscriminator(size, channels, width, false));
  }

  /**
   * Returns a step of these networks.
   *
   * @param penalty the discriminator's penalty
   * @return the workload, such as {@code step/mlp256-r1}
   */
  public StepWorkload step(StepPenalty penalty) {
    return StepWorkload.step(id, networks, penalty);
  }
}
