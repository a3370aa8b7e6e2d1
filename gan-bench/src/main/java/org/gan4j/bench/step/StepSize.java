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
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;

/**
 * The four network sizes used in every comparison; gan_step.py builds the same networks in PyTorch.
 */
public enum StepSize {
  /** A 2-D toy: latent 2, batch 256, two hidden layers of 128. */
  TOY(2, 2, 256, 2, 128),
  /** 784-D: latent 64, batch 64, two hidden layers of 256. */
  SMALL(784, 64, 64, 2, 256),
  /** 784-D: latent 100, batch 128, two hidden layers of 512. */
  MEDIUM(784, 100, 128, 2, 512),
  /** 784-D: latent 128, batch 256, three hidden layers of 1024. */
  LARGE(784, 128, 256, 3, 1024);

  private static final int SAMPLES = 4096;

  private final int features;
  private final int latent;
  private final int batch;
  private final int hiddenLayers;
  private final int units;

  StepSize(int features, int latent, int batch, int hiddenLayers, int units) {
    this.features = features;
    this.latent = latent;
    this.batch = batch;
    this.hiddenLayers = hiddenLayers;
    this.units = units;
  }

  /**
   * Returns the config: leaky ReLUs, tanh as the last activation of the generator, non-saturating
   * loss, Adam, one discriminator update per generator update.
   *
   * @param backend the backend's name
   * @param dtype element type
   * @param threads number of compute threads
   * @return the config
   */
  public GanConfig config(String backend, DType dtype, int threads) {
    Adam adam = new Adam(2e-4, 0.5, 0.999);
    return GanConfig.of(
            order -> data(),
            latent,
            new NonSaturating(),
            new Player(network(features, Activation.TANH), adam),
            new Player(network(1, Activation.IDENTITY), adam))
        .withBatch(batch)
        .withSteps(Long.MAX_VALUE)
        .withBackend(backend)
        .withDtype(dtype)
        .withThreads(threads);
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

  private LayerSpec network(int outputs, Activation last) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < hiddenLayers; i++) {
      layers.add(new Dense(units, Activation.leakyRelu(0.2)));
    }
    layers.add(new Dense(outputs, last));
    return new Sequential(layers);
  }
}
