package org.gan4j.testkit.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
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
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a layer must keep to. Inherit it, say which layer, and every test runs:
 *
 * <pre>{@code
 * class DenseIsALayer extends LayerContract {
 *   protected LayerSpec spec() {
 *     return new Dense(4, Activation.TANH);
 *   }
 * }
 * }</pre>
 *
 * <p>Derivatives are checked in a frozen training pass at normal inputs and the initial parameters;
 * a layer with kinks keeps clear of them by 0.05, with another {@link #seed} if need be.
 */
public abstract class LayerContract {
  /** Outputs in a batch: as many samples, or packs of a layer that packs. */
  private static final int OUTPUTS = 4;

  private static final String PATH = "net/part";

  /** Makes the contract of one layer. */
  protected LayerContract() {}

  /** {@return the layer under test} */
  protected abstract LayerSpec spec();

  /** {@return the shape of one input sample} */
  protected Shape input() {
    return Shape.of(3);
  }

  /** {@return the shape of an input that the layer refuses; empty if it takes every shape} */
  protected Optional<Shape> refused() {
    return Optional.of(Shape.of(2, 3));
  }

  /** {@return whether training passes draw random numbers} */
  protected boolean draws() {
    return false;
  }

  /** {@return which inputs and initial parameters to differentiate at} */
  protected long seed() {
    return 1;
  }

  private static Backend open(String name, DType dtype) {
    return Backends.open(name, new BackendOptions(1, dtype));
  }

  private Layer build(Backend backend) {
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

  private static double[] output(Layer layer, HostArray x, Pass pass) {
    Tape tape = pass.tape();
    Backend backend = tape.backend();
    return layer.forward(tape.constant(x.on(backend, backend.dtype())), pass).value().toDoubles();
  }

  /**
   * The declared shape under the batch's rows, or under that of its packs, in both modes and
   * element types.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void outputsHaveTheDeclaredShape(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open(name, dtype);
          Tape tape = Tape.on(backend)) {
        Var x = tape.constant(batch().on(backend, dtype));
        Layer layer = build(backend);
        for (Pass pass : List.of(training(tape), Pass.eval(tape))) {
          Var y = layer.forward(x, pass);
          assertThat(y.shape()).isEqualTo(spec().outputShape(input()).batch(OUTPUTS));
          assertThat(y.dtype()).isEqualTo(dtype);
        }
      }
    }
  }

  /** Parameters and buffers lie under the layer's path, no two under one name. */
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

  /** Initial parameters are a function of the seed. */
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
   * By the input and by every parameter, to second order, in FLOAT64.
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

  /** Σ w (y + y²/2), so that a linear layer has a second derivative to be wrong in. */
  private static Var scalar(Layer layer, List<Var> xs) {
    Tape tape = xs.get(0).tape();
    Map<Parameter, Var> replaced = new HashMap<>();
    for (int i = 1; i < xs.size(); i++) {
      replaced.put(layer.parameters().get(i - 1), xs.get(i));
    }
    Var y = layer.forward(xs.get(0), training(tape).frozen().replacing(replaced));
    Var w = tape.constant(Inputs.normal(y.shape(), 30).on(tape.backend(), DType.FLOAT64));
    return y.multiply(0.5).add(1).multiply(y).multiply(w).sum();
  }

  /**
   * Evaluation passes give the same bits again, and change no number of the layer.
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
   * A training pass and its backward sweep leave input and parameters as they were.
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
      tape.backward(layer.forward(x, training(tape)).sum());
      assertThat(x.value().toDoubles()).isEqualTo(batch().values());
      for (int i = 0; i < before.size(); i++) {
        assertThat(layer.parameters().get(i).value().toDoubles()).isEqualTo(before.get(i));
      }
    }
  }

  /** A frozen training pass gives the same output, but is a constant and moves no statistics. */
  @Test
  public final void frozenPassesLearnNothing() {
    try (Backend backend = open("reference", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(backend);
      List<List<Double>> before = numbers(layer);
      Var x = tape.constant(batch().on(backend, DType.FLOAT64));
      Var y = layer.forward(x, training(tape).frozen());
      assertThat(y.differentiable()).isFalse();
      assertThat(numbers(layer)).isEqualTo(before);
      assertThat(output(layer, batch(), training(tape))).isEqualTo(y.value().toDoubles());
      if (!layer.buffers().isEmpty()) {
        assertThat(buffers(layer)).isNotEqualTo(buffers(build(backend)));
      }
    }
  }

  /** Draws are a function of path, site and step; without any, none of them matters. */
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

  /** Changing the last sample changes others' outputs if, and only if, the layer says so. */
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

  /** A wiring error says what was expected and what came, before anything is built. */
  @Test
  public final void wiringErrorsSayWhatWasExpected() {
    if (refused().isEmpty()) {
      assertThat(spec().outputShape(Shape.of(2, 3))).isEqualTo(Shape.of(2, 3));
      return;
    }
    Shape wrong = refused().get();
    String message = ".+: expected .+, got .*" + Pattern.quote(wrong.toString()) + ".*";
    assertThatThrownBy(() -> spec().outputShape(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(message);
    try (Backend backend = open("reference", DType.FLOAT64)) {
      assertThatThrownBy(() -> spec().build(wrong, Rng.ofSeed(1), backend))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(message);
    }
  }
}
