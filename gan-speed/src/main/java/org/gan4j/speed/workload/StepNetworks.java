package org.gan4j.speed.workload;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.ArrayDataset;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;

/**
 * The two networks of a step, and what they are fed.
 *
 * @param features the number of values of a sample
 * @param latent the number of values of a latent draw
 * @param batch the number of samples
 * @param generator the generator
 * @param discriminator the discriminator
 */
record StepNetworks(
    int features, int latent, int batch, LayerSpec generator, LayerSpec discriminator) {
  private static final int SAMPLES = 4096;

  /** Dense networks with leaky ReLUs, and tanh at the end of the generator. */
  static StepNetworks dense(int features, int latent, int batch, int hidden, int units) {
    return new StepNetworks(
        features,
        latent,
        batch,
        dense(hidden, units, features, Activation.TANH),
        dense(hidden, units, 1, Activation.IDENTITY));
  }

  private static LayerSpec dense(int hidden, int units, int outputs, Activation last) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      layers.add(new Dense(units, Activation.leakyRelu(0.2)));
    }
    layers.add(new Dense(outputs, last));
    return new Sequential(layers);
  }

  /** Non-saturating loss, Adam, one discriminator update per generator update. */
  GanConfig config(StepPenalty penalty, Backend backend) {
    Adam adam = new Adam(2e-4, 0.5, 0.999);
    return GanConfig.of(
            order -> data(),
            latent,
            new NonSaturating(),
            new Player(generator, adam),
            new Player(discriminator, adam))
        .withBatch(batch)
        .withSteps(Long.MAX_VALUE)
        .withPenalties(penalty.penalties())
        .withBackend(backend.name())
        .withDtype(backend.dtype())
        .withThreads(backend.threads());
  }

  /** Uniform samples in [−1, 1] with a fixed seed; their values do not affect the time. */
  BatchSource data() {
    float[] values = new float[SAMPLES * features];
    var draws = Rng.ofSeed(7).stream("bench/data").at(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * draws.nextFloat() - 1;
    }
    return new Batches(
        ArrayDataset.of(Shape.of(features), values), Rng.ofSeed(7).stream("bench/order"));
  }
}
