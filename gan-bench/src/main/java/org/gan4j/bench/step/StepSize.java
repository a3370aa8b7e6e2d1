package org.gan4j.bench.step;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.random.Rng;
import org.gan4j.data.ArrayDataset;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.penalty.R1;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.network.DcganDiscriminator;
import org.gan4j.nn.network.DcganGenerator;
import org.gan4j.nn.network.ResnetDiscriminator;
import org.gan4j.nn.network.ResnetGenerator;
import org.gan4j.nn.optim.Adam;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;

/**
 * The networks used in every comparison; gan_step.py builds the same networks in PyTorch. The dense
 * ones have leaky ReLUs, and tanh at the end of the generator.
 */
@SuppressWarnings("ImmutableEnumChecker") // recipes are immutable records
public enum StepSize {
  /** A 2-D toy: latent 2, batch 256, two hidden layers of 128. */
  TOY(2, 2, 256, dense(2, 128, 2, Activation.TANH), dense(2, 128, 1, Activation.IDENTITY)),
  /** 784-D: latent 64, batch 64, two hidden layers of 256. */
  SMALL(784, 64, 64, dense(2, 256, 784, Activation.TANH), dense(2, 256, 1, Activation.IDENTITY)),
  /** 784-D: latent 100, batch 128, two hidden layers of 512. */
  MEDIUM(784, 100, 128, dense(2, 512, 784, Activation.TANH), dense(2, 512, 1, Activation.IDENTITY)),
  /** 784-D: latent 128, batch 256, three hidden layers of 1024. */
  LARGE(
      784, 128, 256, dense(3, 1024, 784, Activation.TANH), dense(3, 1024, 1, Activation.IDENTITY)),
  /** DCGAN of 28 x 28: latent 64, batch 64, two strided layers, width 32. */
  DCGAN28_32(
      784, 64, 64, new DcganGenerator(28, 1, 32, 0), new DcganDiscriminator(28, 1, 32, false)),
  /** DCGAN of 28 x 28: latent 64, batch 64, two strided layers, width 64. */
  DCGAN28_64(
      784, 64, 64, new DcganGenerator(28, 1, 64, 0), new DcganDiscriminator(28, 1, 64, false)),
  /** DCGAN of 32 x 32 x 3: latent 64, batch 64, three strided layers, width 64. */
  DCGAN32_64(
      3072, 64, 64, new DcganGenerator(32, 3, 64, 0), new DcganDiscriminator(32, 3, 64, false)),
  /** ResNet of 32 x 32 x 3: latent 64, batch 64, width 64. */
  RESNET32_64(
      3072, 64, 64, new ResnetGenerator(32, 3, 64), new ResnetDiscriminator(32, 3, 64, false));

  private static final int SAMPLES = 4096;

  private final int features;
  private final int latent;
  private final int batch;
  private final LayerSpec generator;
  private final LayerSpec discriminator;

  StepSize(int features, int latent, int batch, LayerSpec generator, LayerSpec discriminator) {
    this.features = features;
    this.latent = latent;
    this.batch = batch;
    this.generator = generator;
    this.discriminator = discriminator;
  }

  /**
   * Returns the config: non-saturating loss, Adam, one discriminator update per generator update.
   *
   * @param backend the backend's name
   * @param dtype element type
   * @param threads number of compute threads
   * @param r1 whether the discriminator has an R1 penalty, γ = 1, in every step
   * @return the config
   */
  public GanConfig config(String backend, DType dtype, int threads, boolean r1) {
    Adam adam = new Adam(2e-4, 0.5, 0.999);
    GanConfig config =
        GanConfig.of(
                order -> data(),
                latent,
                new NonSaturating(),
                new Player(generator, adam),
                new Player(discriminator, adam))
            .withBatch(batch)
            .withSteps(Long.MAX_VALUE)
            .withBackend(backend)
            .withDtype(dtype)
            .withThreads(threads);
    return r1 ? config.withPenalties(List.of(new R1(1))) : config;
  }

  /** {@return uniform samples in [−1, 1] with a fixed seed; their values do not affect the time} */
  public BatchSource data() {
    float[] values = new float[SAMPLES * features];
    var draws = Rng.ofSeed(7).stream("bench/data").at(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * draws.nextFloat() - 1;
    }
    return new Batches(
        ArrayDataset.of(Shape.of(features), values), Rng.ofSeed(7).stream("bench/order"));
  }

  private static LayerSpec dense(int hidden, int units, int outputs, Activation last) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      layers.add(new Dense(units, Activation.leakyRelu(0.2)));
    }
    layers.add(new Dense(outputs, last));
    return new Sequential(layers);
  }
}
