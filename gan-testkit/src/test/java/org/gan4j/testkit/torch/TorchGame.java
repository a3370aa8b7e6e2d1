package org.gan4j.testkit.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;
import org.gan4j.testkit.HostArray;

/** The two networks of one game of pytorch.csv or images.csv, with its parameters. */
final class TorchGame implements AutoCloseable {
  /** A tensor whose norm is this much below all gradients' is a zero with PyTorch's roundings. */
  private static final double ZERO = 1e-12;

  private final String name;
  private final Backend backend;
  private final Layer discriminator;
  private final Layer generator;

  TorchGame(String name, LayerSpec critic, LayerSpec generator, TorchSetting setting) {
    this.name = name;
    this.backend = Backends.open(setting.backend(), new BackendOptions(1, setting.dtype()));
    Rng rng = Rng.ofSeed(1);
    this.discriminator = critic.build(width("real_input"), rng.child("d"), backend);
    this.generator = generator.build(width("latent"), rng.child("g"), backend);
    load(this.discriminator);
    load(this.generator);
  }

  /** The shape of one sample of a batch. */
  private Shape width(String batch) {
    return Shape.of(TorchNumbers.get(name + "/" + batch).shape().columns());
  }

  private void load(Layer network) {
    try (Tape tape = Tape.on(backend)) {
      network
          .buffers()
          .forEach(
              (key, state) -> {
                if (!key.contains("/running_")) { // those begin alike everywhere
                  Tensor value = TorchNumbers.get(name + "/start/" + key).on(backend, dtype());
                  tape.backend().assign(state, value);
                }
              });
      for (Parameter parameter : network.parameters()) {
        Tensor value = TorchNumbers.get(name + "/" + parameter.name()).on(backend, dtype());
        tape.backend().assign(parameter.state(), value);
      }
    }
  }

  Backend backend() {
    return backend;
  }

  Layer discriminator() {
    return discriminator;
  }

  private DType dtype() {
    return backend.dtype();
  }

  Var input(Tape tape, String quantity) {
    return tape.watch(TorchNumbers.get(name + "/" + quantity).on(backend, dtype()));
  }

  Pass pass(Tape tape, String site) {
    return Pass.train(tape, Rng.ofSeed(1), site, 0);
  }

  Var criticOf(Var x, Pass pass) {
    return discriminator.forward(x, pass);
  }

  Var generatorOf(Var latent, Pass pass) {
    return generator.forward(latent, pass);
  }

  void assertAgrees(String quantity, Var actual, double bound) {
    assertAgrees(quantity, actual.value(), bound);
  }

  void assertAgrees(String quantity, Tensor actual, double bound) {
    HostArray expected = TorchNumbers.get(name + "/" + quantity);
    assertThat(actual.shape()).as("%s/%s", name, quantity).isEqualTo(expected.shape());
    assertThat(distance(actual, expected) / norm(expected))
        .as("relative error of %s/%s", name, quantity)
        .isLessThanOrEqualTo(bound);
  }

  /** Returns how many running statistics were compared. */
  int assertBuffers(double bound) {
    Map<String, State> buffers = new LinkedHashMap<>(discriminator.buffers());
    buffers.putAll(generator.buffers());
    buffers.forEach((key, state) -> assertAgrees(key, state.read(), bound));
    return buffers.size();
  }

  void assertGradients(String quantity, Gradients gradients, boolean ofCritic, double bound) {
    double all = TorchNumbers.norm(name + "/" + quantity + "/");
    assertThat(all).isPositive();
    for (Parameter parameter : (ofCritic ? discriminator : generator).parameters()) {
      String key = quantity + parameter.name().substring(1);
      HostArray expected = TorchNumbers.get(name + "/" + key);
      double scale = norm(expected) < ZERO * all ? all : norm(expected);
      assertThat(distance(gradients.of(parameter), expected) / scale)
          .as("relative error of %s/%s", name, key)
          .isLessThanOrEqualTo(bound);
    }
  }

  /** The relative errors of θ and of θ − θ₀ over the whole discriminator. */
  double[] errorsAfter(String optimizer) {
    double error = 0;
    double size = 0;
    double moved = 0;
    List<Parameter> parameters = discriminator.parameters();
    for (Parameter parameter : parameters) {
      HostArray expected =
          TorchNumbers.get(name + "/after_" + optimizer + parameter.name().substring(1));
      HostArray start = TorchNumbers.get(name + "/" + parameter.name());
      error = Math.hypot(error, distance(parameter.value(), expected));
      size = Math.hypot(size, norm(expected));
      moved = Math.hypot(moved, distance(start, expected));
    }
    return new double[] {error / size, error / moved};
  }

  private static double distance(Tensor actual, HostArray expected) {
    return distance(HostArray.read(actual), expected);
  }

  private static double distance(HostArray actual, HostArray expected) {
    double squares = 0;
    for (int i = 0; i < expected.size(); i++) {
      double error = actual.at(i) - expected.at(i);
      squares += error * error;
    }
    return Math.sqrt(squares);
  }

  private static double norm(HostArray array) {
    return distance(array, HostArray.of(array.shape(), new double[array.size()]));
  }

  @Override
  public void close() {
    backend.close();
  }
}
