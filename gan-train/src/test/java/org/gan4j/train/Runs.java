package org.gan4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Optimizer;

/** Small runs for tests. */
final class Runs {
  private Runs() {}

  /** Every order of updates without consensus. */
  static Stream<UpdateOrder> orders() {
    return Stream.of(new Alternating(), new Simultaneous());
  }

  static GanConfig ring(UpdateOrder order, int threads) {
    return ring(order, threads, new NonSaturating(), new Adam(1e-3, 0.5, 0.999));
  }

  static GanConfig ring(UpdateOrder order, int threads, GanLoss loss, Optimizer optimizer) {
    Sequential generator =
        Sequential.of(
            new Dense(64, Activation.RELU),
            new Dense(64, Activation.SOFTPLUS),
            new Dense(2, Activation.IDENTITY));
    Sequential discriminator =
        Sequential.of(
            new Dense(64, Activation.leakyRelu(0.2)),
            new Dense(64, Activation.TANH),
            new Dense(1, Activation.IDENTITY));
    return GanConfig.of(
            new Points(new Ring(8, 1, 0.02)),
            2,
            loss,
            new Player(generator, optimizer),
            new Player(discriminator, optimizer))
        .withUpdates(order)
        .withSteps(500)
        .withThreads(threads);
  }

  /** A generator and a discriminator with every kind of state. */
  static GanConfig normed(UpdateOrder order, Optimizer forGenerator, Optimizer forDiscriminator) {
    GanConfig ring = ring(order, 1);
    Sequential generator =
        Sequential.of(
            new Dense(16, Activation.IDENTITY),
            new BatchNorm(),
            new Activate(Activation.RELU),
            new Dense(2, Activation.IDENTITY));
    Sequential discriminator =
        Sequential.of(
            new Dense(16, Activation.leakyRelu(0.2)),
            new Dropout(0.2),
            new BatchNorm(),
            new MinibatchStdDev(),
            new Dense(1, Activation.IDENTITY));
    return GanConfig.of(
            ring.data(),
            2,
            ring.game().loss(),
            new Player(generator, forGenerator),
            new Player(discriminator, forDiscriminator))
        .withUpdates(order)
        .withSteps(20)
        .withThreads(1);
  }

  static Backend backend(GanConfig config) {
    return Backends.open(
        config.compute().backend(),
        new BackendOptions(config.compute().threads(), config.compute().dtype()));
  }

  /** All parameters of both networks, one after another. */
  static List<float[]> parameters(GanTrainer trainer) {
    return Stream.of(trainer.generator(), trainer.discriminator())
        .flatMap(network -> network.parameters().stream())
        .map(Parameter::value)
        .map(tensor -> tensor.toFloats())
        .toList();
  }

  /** {@return the elements of a tensor, to be compared and kept} */
  static List<Float> boxed(Tensor tensor) {
    List<Float> values = new ArrayList<>();
    for (float value : tensor.toFloats()) {
      values.add(value);
    }
    return values;
  }
}
