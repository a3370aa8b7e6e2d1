package org.gan4j.testkit.optim;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Updater;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an optimizer must keep to. Inherit it and give a recipe whose rate suits a quadratic of
 * curvatures between 0.3 and 3.
 */
public abstract class OptimizerContract {
  private static final Shape WEIGHT = Shape.of(3, 2);
  private static final Shape BIAS = Shape.of(3);
  private static final int UPDATES = 7;
  private static final int BEFORE = 3;

  /** Makes the contract of one optimizer. */
  protected OptimizerContract() {}

  /** {@return the recipe under test} */
  protected abstract Optimizer optimizer();

  /** {@return how much an update without a gradient shrinks a parameter, relatively} */
  protected double decay() {
    return 0;
  }

  /** Two parameters, and an updater bound to them. */
  private static final class Bound {
    private final Backend backend;
    private final List<Parameter> parameters;
    private final Updater updater;

    Bound(Optimizer optimizer, Backend backend) {
      this.backend = backend;
      this.parameters = List.of(parameter("0/weight", WEIGHT, 1), parameter("0/bias", BIAS, 2));
      this.updater = optimizer.bind(parameters, backend);
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
      if (updater.extrapolates()) {
        try (Tape tape = Tape.on(backend)) {
          updater.extrapolate(tape.backward(quadratic(tape).multiply(scale)));
        }
      }
      try (Tape tape = Tape.on(backend)) {
        updater.update(tape.backward(quadratic(tape).multiply(scale)));
      }
    }

    void update(int times) {
      for (int i = 0; i < times; i++) {
        update(1.0);
      }
    }

    List<double[]> numbers() {
      List<double[]> numbers = new ArrayList<>();
      parameters.forEach(p -> numbers.add(p.value().toDoubles()));
      updater.states().values().forEach(s -> numbers.add(s.read().toDoubles()));
      return numbers;
    }

    void resume(Bound other) {
      for (int i = 0; i < parameters.size(); i++) {
        copy(other.parameters.get(i).state(), parameters.get(i).state());
      }
      Map<String, State> states = updater.states();
      other.updater.states().forEach((name, state) -> copy(state, states.get(name)));
      updater.resumeAt(other.updater.updates());
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
        bound.update(100);
        assertThat(bound.value()).isNotNegative().isLessThan(before / 2);
      }
    }
  }

  /** Each state is named after its parameter, has its shape, and shares a name with no other. */
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
      assertThat(bound.updater.states().values()).containsAll(bound.updater.averages().values());
    }
  }

  /**
   * Continued from its states and the count, a run gives the same bits.
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
        assertThat(second.updater.updates()).isEqualTo(UPDATES);
        assertThat(second.numbers()).usingRecursiveComparison().isEqualTo(whole.numbers());
      }
    }
  }

  /** Without a gradient a fresh updater leaves parameters alone, up to a declared decay. */
  @Test
  public final void aZeroGradientMovesNothing() {
    try (Backend backend = open("reference", DType.FLOAT64)) {
      Bound bound = new Bound(optimizer(), backend);
      List<double[]> before = bound.parameters.stream().map(p -> p.value().toDoubles()).toList();
      bound.update(0.0);
      assertThat(bound.updater.updates()).isEqualTo(1);
      for (int i = 0; i < before.size(); i++) {
        double[] after = bound.parameters.get(i).value().toDoubles();
        for (int j = 0; j < after.length; j++) {
          double kept = before.get(i)[j] * (1 - decay());
          assertThat(after[j]).isCloseTo(kept, within(1e-15 * Math.abs(kept)));
        }
      }
    }
  }
}
