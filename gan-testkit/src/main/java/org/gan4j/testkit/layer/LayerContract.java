package org.gan4j.testkit.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Exportable;
import org.gan4j.nn.export.Graph;
import org.gan4j.nn.export.GraphTensor;
import org.gan4j.nn.export.Wire;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of every layer. Extend it, return the layer, and every test runs:
 *
 * <pre>{@code
 * class DenseIsALayer extends LayerContract {
 *   protected LayerSpec spec() {
 *     return new Dense(4, Activation.TANH);
 *   }
 * }
 * }</pre>
 *
 * <p>The layer is given batches of samples of shape {@code [3]}, unless {@link #input} returns
 * another shape, and must refuse samples of shape {@code [2, 3]}, unless {@link #refused} says
 * otherwise.
 *
 * <p>A conditional layer, with {@link LayerSpec#classes} above 0, is given labels that repeat all
 * classes in turn.
 *
 * <p>Derivatives are checked in a frozen training pass at normal inputs and the initial parameters.
 * If the layer has kinks, choose a {@link #seed} whose inputs are at least 0.05 away from them.
 */
public abstract class LayerContract {
  /** Rows of output in a batch: one per sample, or one per pack if the layer packs samples. */
  private static final int OUTPUTS = 4;

  private static final String PATH = "net/part";

  /** Creates the contract of one layer. */
  protected LayerContract() {}

  /** {@return the layer under test} */
  protected abstract LayerSpec spec();

  /**
   * {@return the shape of one input sample, {@code [3]}; override it for a layer that refuses that}
   */
  protected Shape input() {
    return Shape.of(3);
  }

  /**
   * {@return a sample shape that the layer refuses, {@code [2, 3]}; override it with another, or
   * with empty if the layer takes every shape}
   */
  protected Optional<Shape> refused() {
    return Optional.of(Shape.of(2, 3));
  }

  /** {@return whether training passes draw random numbers} */
  protected boolean draws() {
    return false;
  }

  /** {@return the seed of the inputs and initial parameters} */
  protected long seed() {
    return 1;
  }

  private static Backend open(String name, DType dtype) {
    return Backends.open(name, new BackendOptions(1, dtype));
  }

  /** The declared shape of one output; what the layer says against the input is shown. */
  private Shape outputShape() {
    try {
      return spec().outputShape(input());
    } catch (RuntimeException e) {
      throw new AssertionError(
          String.format(
                  Locale.ROOT,
                  "%s: expected it to take samples of shape %s, got \"%s\"; override input() to return a",
                  spec(),
                  input(),
                  e.getMessage())
              + " shape that it takes",
          e);
    }
  }

  private Layer build(Backend backend) {
    outputShape();
    return spec().build(input(), Rng.ofSeed(seed()).child(PATH), backend);
  }

  private HostArray batch() {
    return batch(OUTPUTS);
  }

  private HostArray batch(int outputs) {
    return Inputs.normal(input().batch(outputs * spec().samplesPerOutput()), seed());
  }

  private static Pass training(Tape tape) {
    return Pass.train(tape, Rng.ofSeed(3).child(PATH), "real", 5);
  }

  /** Applies the layer; a conditional one gets labels that repeat all classes in turn. */
  private Var forward(Layer layer, Var x, Pass pass) {
    int classes = spec().classes();
    if (classes == 0) {
      return layer.forward(x, pass);
    }
    int n = x.shape().rows();
    double[] oneHot = new double[n * classes];
    for (int i = 0; i < n; i++) {
      oneHot[i * classes + i % classes] = 1;
    }
    Tensor labels = pass.tape().backend().tensor(Shape.of(n, classes), x.dtype(), oneHot);
    return layer.forward(x, pass.labelled(pass.tape().constant(labels)));
  }

  private double[] output(Layer layer, HostArray x, Pass pass) {
    Tape tape = pass.tape();
    Backend backend = tape.backend();
    return forward(layer, tape.constant(x.on(backend, backend.dtype())), pass).value().toDoubles();
  }

  /** A layer that counts its parameters before it is built counts them rightly. */
  @Test
  void theCountOfParametersIsThatOfTheBuiltLayer() {
    long counted = spec().parameterCount(input());
    try (Backend backend = open("reference", DType.FLOAT64)) {
      long built = build(backend).parameters().stream().mapToLong(p -> p.shape().size()).sum();
      assertThat(counted)
          .as("parameterCount(%s), or 0 for a layer that does not count", input())
          .isIn(0L, built);
    }
  }

  /**
   * An output has the declared shape, with a row per sample or per pack, in both modes and element
   * types.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void outputsHaveTheDeclaredShape(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open(name, dtype);
          Tape tape = Tape.on(backend)) {
        Layer layer = build(backend);
        Var x = tape.constant(batch().on(backend, dtype));
        for (Pass pass : List.of(training(tape), Pass.eval(tape))) {
          Var y = forward(layer, x, pass);
          assertThat(y.shape()).isEqualTo(outputShape().batch(OUTPUTS));
          assertThat(y.dtype()).isEqualTo(dtype);
        }
      }
    }
  }

  /**
   * A layer that can be exported has the declared shape there too, and tensors of its own names.
   */
  @Test
  public final void anExportHasTheDeclaredShape() {
    try (Backend backend = open("reference", DType.FLOAT64)) {
      Layer layer = build(backend);
      List<Shape> shapes = new ArrayList<>();
      Exportable exported =
          (x, to) -> {
            Wire y = layer.export(input().rank() == 3 ? to.maps(x, input()) : x, to);
            shapes.add(y.shape());
            return y;
          };
      Graph graph = Export.graph(exported, input().length(), outputShape());
      assertThat(shapes).containsExactly(outputShape());
      assertThat(graph.tensors()).map(GraphTensor::name).doesNotHaveDuplicates();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("export: expected layers that say how");
    }
  }

  /** Names of parameters and buffers begin with the layer's path and are unique. */
  @Test
  public final void namesArePathsAndUnique() {
    try (Backend backend = open("reference", DType.FLOAT64)) {
      Layer layer = build(backend);
      List<String> names = new ArrayList<>();
      layer.parameters().forEach(parameter -> names.add(parameter.name()));
      names.addAll(layer.buffers().keySet());
      assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith(PATH + "/"));
      assertThat(build(backend).parameters())
          .map(Parameter::name)
          .isEqualTo(layer.parameters().stream().map(Parameter::name).toList());
    }
  }

  /** Initial parameters are a pure function of the seed. */
  @Test
  public final void parametersComeFromTheSeed() {
    try (Backend backend = open("reference", DType.FLOAT64)) {
      assertThat(numbers(build(backend))).isEqualTo(numbers(build(backend)));
    }
  }

  /** Parameters and buffers, one array each. */
  private static List<List<Double>> numbers(Layer layer) {
    List<List<Double>> numbers = new ArrayList<>();
    layer.parameters().forEach(p -> numbers.add(list(p.value().toDoubles())));
    numbers.addAll(buffers(layer));
    return numbers;
  }

  private static List<List<Double>> buffers(Layer layer) {
    return layer.buffers().values().stream().map(s -> list(s.read().toDoubles())).toList();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /**
   * Derivatives with respect to the input and every parameter agree with differences to second
   * order, in FLOAT64.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void derivativesAgreeWithDifferences(String name) {
    try (Backend backend = open(name, DType.FLOAT64)) {
      Layer layer = build(backend);
      List<HostArray> at = new ArrayList<>(List.of(batch()));
      layer.parameters().forEach(parameter -> at.add(HostArray.read(parameter.value())));
      GradientCheck.check(
          spec().toString(), backend, xs -> scalar(layer, xs), at.toArray(HostArray[]::new));
    }
  }

  /** Σ w (y + y²/2), so that even a linear layer has a second derivative to check. */
  private Var scalar(Layer layer, List<Var> xs) {
    Tape tape = xs.get(0).tape();
    Map<Parameter, Var> replaced = new HashMap<>();
    for (int i = 1; i < xs.size(); i++) {
      replaced.put(layer.parameters().get(i - 1), xs.get(i));
    }
    Var y = forward(layer, xs.get(0), training(tape).frozen().replacing(replaced));
    Var w = tape.constant(Inputs.normal(y.shape(), 30).on(tape.backend(), DType.FLOAT64));
    return y.multiply(0.5).add(1).multiply(y).multiply(w).sum();
  }

  /**
   * Evaluation passes are deterministic and change neither parameters nor buffers.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void evaluationIsDeterministicAndChangesNothing(String name) {
    try (Backend backend = open(name, DType.FLOAT32);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(backend);
      output(layer, batch(), training(tape));
      List<List<Double>> before = numbers(layer);
      double[] first = output(layer, batch(), Pass.eval(tape));
      assertThat(output(layer, batch(), Pass.eval(tape))).isEqualTo(first);
      assertThat(numbers(layer)).isEqualTo(before);
    }
  }

  /**
   * A training pass and its backward pass leave the input and the parameters unchanged.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void argumentsAreLeftAlone(String name) {
    try (Backend backend = open(name, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(backend);
      Var x = tape.watch(batch().on(backend, DType.FLOAT64));
      List<double[]> before = layer.parameters().stream().map(p -> p.value().toDoubles()).toList();
      tape.backward(forward(layer, x, training(tape)).sum());
      assertThat(x.value().toDoubles()).isEqualTo(batch().values());
      for (int i = 0; i < before.size(); i++) {
        assertThat(layer.parameters().get(i).value().toDoubles()).isEqualTo(before.get(i));
      }
    }
  }

  /** A frozen training pass gives the same output, but as a constant, and updates no statistics. */
  @Test
  public final void frozenPassesLearnNothing() {
    try (Backend backend = open("reference", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(backend);
      List<List<Double>> before = numbers(layer);
      Var x = tape.constant(batch().on(backend, DType.FLOAT64));
      Var y = forward(layer, x, training(tape).frozen());
      assertThat(y.differentiable()).isFalse();
      assertThat(numbers(layer)).isEqualTo(before);
      assertThat(output(layer, batch(), training(tape))).isEqualTo(y.value().toDoubles());
      if (!layer.buffers().isEmpty()) {
        assertThat(buffers(layer)).isNotEqualTo(buffers(build(backend)));
      }
    }
  }

  /** Random draws depend on path, site and step; a layer without draws depends on none of them. */
  @Test
  public final void drawsBelongToPathSiteAndStep() {
    try (Backend backend = open("reference", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(backend);
      HostArray x = batch(64);
      double[] y = output(layer, x, training(tape).frozen());
      assertThat(output(layer, x, training(tape).frozen())).isEqualTo(y);
      Rng rng = Rng.ofSeed(3);
      for (Pass other :
          List.of(
              training(tape).at("fake"),
              training(tape).child("deeper"),
              Pass.train(tape, rng.child(PATH), "real", 6))) {
        assertThat(Arrays.equals(output(layer, x, other.frozen()), y)).isEqualTo(!draws());
      }
    }
  }

  /** A change of the last sample changes other outputs if and only if the layer declares it. */
  @Test
  public final void couplingIsDeclared() {
    try (Backend backend = open("reference", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(backend);
      HostArray x = batch();
      HostArray moved = x.with(x.size() - 1, x.at(x.size() - 1) + 1);
      double[] y = output(layer, x, training(tape).frozen());
      double[] other = output(layer, moved, training(tape).frozen());
      int own = y.length / OUTPUTS * (OUTPUTS - 1);
      assertThat(Arrays.equals(y, 0, own, other, 0, own)).isEqualTo(!layer.couplesSamples());
    }
  }

  /**
   * Parameters of zeros, a common initial value, give finite outputs and gradients.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void zeroParametersGiveFiniteNumbers(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open(name, dtype);
          Tape tape = Tape.on(backend)) {
        Layer layer = build(backend);
        for (Parameter p : layer.parameters()) {
          backend.assign(p.state(), backend.full(p.shape(), dtype, 0));
        }
        for (Pass pass : List.of(training(tape), Pass.eval(tape))) {
          Var x = tape.watch(batch().on(backend, dtype));
          Var y = forward(layer, x, pass);
          assertFinite("output", y.value());
          Var loss = y.add(1).square().sum();
          Var inputGradient = tape.gradient(loss, List.of(x)).of(x);
          assertFinite("input gradient", inputGradient.value());
          for (Var value : List.of(loss, loss.add(inputGradient.square().sum()))) {
            Gradients gradients = tape.backward(value, layer.parameters());
            layer.parameters().forEach(p -> assertFinite(p.name(), gradients.of(p)));
          }
        }
      }
    }
  }

  private void assertFinite(String what, Tensor tensor) {
    assertThat(list(tensor.toDoubles()))
        .as("%s: %s, with parameters of zeros", spec(), what)
        .allMatch(Double::isFinite, "finite");
  }

  /** A wrong sample shape is refused, with the expected and the actual one, before building. */
  @Test
  public final void wiringErrorsSayWhatWasExpected() {
    try (Backend backend = open("reference", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      if (refused().isEmpty()) {
        Shape any = Shape.of(2, 3);
        Layer layer = spec().build(any, Rng.ofSeed(1), backend);
        Var x = tape.constant(Inputs.normal(any.batch(OUTPUTS), 1).on(backend, DType.FLOAT64));
        assertThat(forward(layer, x, Pass.eval(tape)).shape())
            .isEqualTo(spec().outputShape(any).batch(OUTPUTS / spec().samplesPerOutput()));
        return;
      }
      Shape wrong = refused().get();
      String message = ".+: expected .+, got .*" + Pattern.quote(wrong.toString()) + ".*";
      for (ThrowingCallable refusal :
          List.<ThrowingCallable>of(
              () -> spec().outputShape(wrong), () -> spec().build(wrong, Rng.ofSeed(1), backend))) {
        assertThatThrownBy(
                refusal,
                "%s: samples of shape %s; override refused() if the layer takes them",
                spec(),
                wrong)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching(message);
      }
    }
  }
}
