package org.gan4j.testkit.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Updater;
import org.gan4j.nn.optim.Wrapper;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of an optimizer, an {@link org.gan4j.nn.optim.UpdateRule} or a {@link Wrapper}.
 * Extend it and return a recipe whose rate suits a quadratic with curvatures between 0.3 and 3.
 */
public abstract class OptimizerContract {
  private static final Shape WEIGHT = Shape.of(3, 2);
  private static final Shape BIAS = Shape.of(3);
  private static final int UPDATES = 7;
  private static final int BEFORE = 3;
  private static final int RUN = 100;

  /** Creates the contract of one optimizer. */
  protected OptimizerContract() {}

  /** {@return the recipe under test} */
  protected abstract Optimizer optimizer();

  /** {@return the fraction by which a first update with a zero gradient shrinks a parameter} */
  protected double decay() {
    return 0;
  }

  /** Two parameters, an updater bound to them, and how often it was called. */
  private static final class Bound {
    private final Backend backend;
    private final List<Parameter> parameters;
    private final Updater updater;
    private long updates;

    Bound(Optimizer optimizer, Backend backend) {
      this.backend = backend;
      this.parameters = List.of(parameter("0/weight", WEIGHT, 1), parameter("0/bias", BIAS, 2));
      this.updater = Updater.of(optimizer, parameters, backend, RUN);
    }

    private Parameter parameter(String name, Shape shape, long seed) {
      double[] values = Inputs.normal(shape, seed).values();
      return new Parameter(backend, name, shape, backend.dtype(), values);
    }

    /** ½ Σ a p², with a between 0.3 and 3. */
    private Var quadratic(Tape tape) {
      Var total = tape.zeros(Shape.scalar(), backend.dtype());
      for (Parameter parameter : parameters) {
        HostArray curvatures = Inputs.uniform(parameter.shape(), 0.3, 3, 3);
        Var a = tape.constant(curvatures.on(backend, backend.dtype()));
        total = total.add(tape.use(parameter).square().multiply(a).sum().multiply(0.5));
      }
      return total;
    }

    private double value() {
      try (Tape tape = Tape.on(backend)) {
        return quadratic(tape).item();
      }
    }

    void update(double scale) {
      long number = ++updates;
      if (updater.extrapolates()) {
        try (Tape tape = Tape.on(backend)) {
          updater.extrapolate(tape.backward(quadratic(tape).multiply(scale)), number);
        }
      }
      try (Tape tape = Tape.on(backend)) {
        updater.update(tape.backward(quadratic(tape).multiply(scale)), number);
      }
    }

    void update(int times) {
      for (int i = 0; i < times; i++) {
        update(1.0);
      }
    }

    List<double[]> values() {
      return parameters.stream().map(p -> p.value().toDoubles()).toList();
    }

    double[] average(int i) {
      return updater.averages().get(parameters.get(i)).read().toDoubles();
    }

    List<double[]> numbers() {
      List<double[]> numbers = new ArrayList<>(values());
      updater.states().values().forEach(s -> numbers.add(s.read().toDoubles()));
      return numbers;
    }

    void resume(Bound other) {
      for (int i = 0; i < parameters.size(); i++) {
        copy(other.parameters.get(i).state(), parameters.get(i).state());
      }
      Map<String, State> states = updater.states();
      other.updater.states().forEach((name, state) -> copy(state, states.get(name)));
      updates = other.updates;
    }

    private void copy(State from, State to) {
      HostArray values = HostArray.read(from.read());
      try (Tape tape = Tape.on(backend)) {
        tape.backend().assign(to, values.on(backend, backend.dtype()));
      }
    }
  }

  private static Backend open(String name, DType dtype) {
    return Backends.open(name, new BackendOptions(1, dtype));
  }

  /**
   * A hundred updates at least halve a quadratic.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void descendsAQuadratic(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open(name, dtype)) {
        Bound bound = new Bound(optimizer(), backend);
        double before = bound.value();
        bound.update(RUN);
        assertThat(bound.value()).isNotNegative().isLessThan(before / 2);
      }
    }
  }

  /** Each state is named after its parameter, has its shape, and a unique name. */
  @Test
  public final void statesAreNamedAfterTheirParameter() {
    try (Backend backend = open("reference", DType.FLOAT64)) {
      Bound bound = new Bound(optimizer(), backend);
      bound
          .updater
          .states()
          .forEach(
              (name, state) -> {
                Parameter owner =
                    bound.parameters.stream()
                        .filter(p -> name.startsWith(p.name() + "/"))
                        .findFirst()
                        .orElseThrow();
                assertThat(state.shape()).isEqualTo(owner.shape());
                assertThat(state.dtype()).isEqualTo(owner.dtype());
              });
      assertThat(bound.updater.states().values().stream().distinct().count())
          .isEqualTo(bound.updater.states().size());
      bound
          .updater
          .averages()
          .forEach(
              (parameter, average) ->
                  assertThat(bound.updater.states())
                      .containsEntry(Updater.averageName(parameter.name()), average));
    }
  }

  /**
   * An updater with the states of another continues with the same bits, since an update depends
   * only on the parameters, the states and its number.
   *
   * @param name the backend's name
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  public final void resumesBitForBit(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = open(name, dtype)) {
        Bound whole = new Bound(optimizer(), backend);
        Bound first = new Bound(optimizer(), backend);
        Bound second = new Bound(optimizer(), backend);
        whole.update(UPDATES);
        first.update(BEFORE);
        second.resume(first);
        second.update(UPDATES - BEFORE);
        assertThat(second.numbers()).usingRecursiveComparison().isEqualTo(whole.numbers());
      }
    }
  }

  /** A first update with a zero gradient changes nothing, apart from a declared decay. */
  @Test
  public final void aZeroGradientMovesNothing() {
    try (Backend backend = open("reference", DType.FLOAT64)) {
      Bound bound = new Bound(optimizer(), backend);
      List<double[]> before = bound.values();
      bound.update(0.0);
      for (int i = 0; i < before.size(); i++) {
        double[] after = bound.values().get(i);
        for (int j = 0; j < after.length; j++) {
          double kept = before.get(i)[j] * (1 - decay());
          assertThat(after[j]).isCloseTo(kept, within(1e-15 * Math.abs(kept)));
        }
      }
    }
  }

  /**
   * An average around the optimizer follows the parameters after each update, and training does not
   * see it; around an optimizer that keeps averages itself, it is refused.
   */
  @Test
  public final void averagesFollowItsUpdates() {
    if (optimizer().keepsAverages()) {
      assertThatThrownBy(() -> new Ema(0.5, optimizer())).hasMessageContaining("no averages yet");
      return;
    }
    try (Backend backend = open("reference", DType.FLOAT64)) {
      Bound plain = new Bound(optimizer(), backend);
      Bound averaged = new Bound(new Ema(0.5, optimizer()), backend);
      List<double[]> expected = new ArrayList<>(plain.values());
      for (int update = 0; update < UPDATES; update++) {
        plain.update(1);
        averaged.update(1);
        assertThat(averaged.values()).usingRecursiveComparison().isEqualTo(plain.values());
        for (int i = 0; i < expected.size(); i++) {
          expected.set(i, midpoint(expected.get(i), plain.values().get(i)));
          assertThat(averaged.average(i)).containsExactly(expected.get(i), within(1e-14));
        }
      }
    }
  }

  private static double[] midpoint(double[] a, double[] b) {
    double[] midpoint = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      midpoint[i] = 0.5 * a[i] + 0.5 * b[i];
    }
    return midpoint;
  }

  /** A wrapper changes parameters only when it projects them. */
  @Test
  public final void wrappersMoveParametersOnlyToProjectThem() {
    Optimizer recipe = optimizer();
    while (recipe instanceof Wrapper wrapper) {
      try (Backend backend = open("reference", DType.FLOAT64)) {
        Bound bound = new Bound(wrapper, backend);
        List<double[]> before = bound.values();
        Wrapper.Bound phases = wrapper.bind(bound.parameters, backend);
        for (long number = 1; number <= UPDATES; number++) {
          try (Tape tape = Tape.on(backend)) {
            phases.transform(tape.backward(bound.quadratic(tape)), number);
            phases.average(number);
          }
        }
        assertThat(bound.values()).usingRecursiveComparison().isEqualTo(before);
      }
      recipe = wrapper.inner();
    }
  }
}
