package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;

/** On f(p) = p²/2, whose gradient is p, against recurrences worked out by hand. */
class OptimizerTest {
  private static double after(Optimizer optimizer, int steps) {
    try (Backend backend = Backends.open("reference")) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT64, 1);
      Updater updater = Updater.of(optimizer, List.of(p), backend, steps);
      for (int number = 1; number <= steps; number++) {
        if (updater.extrapolates()) {
          try (Tape tape = Tape.on(backend)) {
            updater.extrapolate(gradients(tape, p), number);
          }
        }
        try (Tape tape = Tape.on(backend)) {
          updater.update(gradients(tape, p), number);
        }
      }
      return p.value().item();
    }
  }

  private static Gradients gradients(Tape tape, Parameter p) {
    return tape.backward(tape.use(p).square().multiply(0.5).sum());
  }

  @Test
  void plainDescent() {
    assertThat(after(new Sgd(0.1), 3)).isCloseTo(0.9 * 0.9 * 0.9, within(1e-15));
  }

  /** v₁ = 1, p₁ = 0.9; v₂ = 0.5 + 0.9 = 1.4, p₂ = 0.76; v₃ = 0.7 + 0.76 = 1.46, p₃ = 0.614. */
  @Test
  void momentum() {
    assertThat(after(new Sgd(0.1, 0.5, new Constant()), 3)).isCloseTo(0.614, within(1e-15));
  }

  /** The first Adam step is the rate, up to epsilon: p₁ = 1 − 0.1/(1 + 1e-8). */
  @Test
  void adamsFirstStepIsTheRate() {
    assertThat(after(new Adam(0.1, 0.9, 0.999), 1)).isCloseTo(1 - 0.1 / (1 + 1e-8), within(1e-15));
  }

  /** With both betas 0, u is the gradient's sign: 1 − 2·0.1, then − 0.2 + 0.1. */
  @Test
  void optimisticAdamTakesTwiceTheNewDirectionLessTheOld() {
    OptimisticAdam signs = new OptimisticAdam(0.1, 0, 0);
    assertThat(after(signs, 1)).isCloseTo(0.8, within(1e-8));
    assertThat(after(signs, 2)).isCloseTo(0.7, within(1e-8));
  }

  /** θ′ = 0.9θ, so θ ← θ − 0.1 · 0.9θ = 0.91θ. */
  @Test
  void extraGradientTakesTheGradientAhead() {
    assertThat(after(new ExtraGradient(new Sgd(0.1)), 2)).isCloseTo(0.91 * 0.91, within(1e-15));
  }

  /** From 1 the look-ahead leads to 0.9; the update starts from 1 again. */
  @Test
  void wrappersTransformAGradientWhereItWasTaken() {
    List<Double> seen = new ArrayList<>();
    assertThat(after(new Watching(new ExtraGradient(new Sgd(0.1)), seen), 1))
        .isCloseTo(0.91, within(1e-15));
    assertThat(seen).containsExactly(1.0, 0.9);
  }

  private record Watching(Optimizer inner, List<Double> seen) implements Wrapper {
    @Override
    public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
      return new Wrapper.Bound() {
        @Override
        public Gradients transform(Gradients gradients, long number) {
          seen.add(parameters.get(0).value().item());
          return gradients;
        }
      };
    }
  }

  @Test
  void extraGradientAsksForItsTwoStepsInTurn() {
    try (Backend backend = Backends.open("reference");
        Tape tape = Tape.on(backend)) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT32, 1);
      Gradients gradients = tape.backward(tape.use(p).sum());
      Updater updater = Updater.of(new ExtraGradient(new Sgd(0.1)), List.of(p), backend, 1);
      assertThatThrownBy(() -> updater.update(gradients, 1))
          .hasMessage(
              "extra-gradient: expected a look-ahead before the update, got none; call extrapolate"
                  + " first");
      updater.extrapolate(gradients, 1);
      assertThatThrownBy(() -> updater.extrapolate(gradients, 1))
          .hasMessage(
              "extra-gradient: expected an update after the look-ahead, got a second look-ahead");
    }
  }

  /** 0.9 after the first step, past the limit; 0.81 after two, within. */
  @Test
  void clippedWeightsAreTheLimitExactlyOrKeepTheirBits() {
    Sgd descent = new Sgd(0.1);
    assertThat(after(new ClipWeights(0.85, descent), 1)).isEqualTo(0.85);
    assertThat(after(new ClipWeights(0.95, descent), 2)).isEqualTo(after(descent, 2));
    assertThat(after(new ClipWeights(0.1, new Sgd(1.5)), 1)).isEqualTo(-0.1);
  }

  /** The gradient 1 is cut to 0.5/(1 + 1e-6), the next, near 0.95, likewise; 0.2 is left alone. */
  @Test
  void clippingBoundsTheNorm() {
    Sgd descent = new Sgd(0.1);
    assertThat(after(new ClipNorm(0.5, descent), 1))
        .isCloseTo(1 - 0.05 / (1 + 1e-6), within(1e-15));
    assertThat(after(new ClipNorm(0.5, descent), 2)).isCloseTo(0.9, within(2e-7));
    assertThat(after(new ClipNorm(2, descent), 1)).isEqualTo(after(descent, 1));
  }

  /** The look ahead by the gradient 1, cut to 0.98, ends where the gradient 0.902 is left alone. */
  @Test
  void clippingBoundsTheLookAheadToo() {
    double ahead = 1 - 0.1 * 0.98 / (1 + 1e-6);
    assertThat(after(new ClipNorm(0.98, new ExtraGradient(new Sgd(0.1))), 1))
        .isCloseTo(1 - 0.1 * ahead, within(1e-15));
  }

  /** 0.5 · (0.5 · 1 + 0.5 · 0.9) + 0.5 · 0.81. */
  @Test
  void averagesTrailTheParameters() {
    try (Backend backend = Backends.open("reference")) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT64, 1);
      Updater updater = Updater.of(new Ema(0.5, new Sgd(0.1)), List.of(p), backend, 2);
      for (int number = 1; number <= 2; number++) {
        try (Tape tape = Tape.on(backend)) {
          updater.update(gradients(tape, p), number);
        }
      }
      assertThat(p.value().item()).isCloseTo(0.81, within(1e-15));
      assertThat(updater.averages().get(p).read().item()).isCloseTo(0.88, within(1e-15));
      assertThat(updater.states()).containsOnlyKeys("p/ema");
    }
  }

  @Test
  void updatesAreNumberedFromOne() {
    try (Backend backend = Backends.open("reference");
        Tape tape = Tape.on(backend)) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT32, 1);
      Gradients gradients = gradients(tape, p);
      Updater updater = Updater.of(new ExtraGradient(new Adam(1, 0, 0)), List.of(p), backend, 1);
      assertThatThrownBy(() -> updater.extrapolate(gradients, 0))
          .hasMessage("update: expected a number >= 1, got 0");
      assertThatThrownBy(() -> updater.update(gradients, -3))
          .hasMessage("update: expected a number >= 1, got -3");
      assertThat(p.value().item()).isEqualTo(1);
    }
  }

  /** Steps 1 and 2 have the factors 1 and 0.5, later ones 0, so the second update moves nothing. */
  @Test
  void extraGradientCountsBothStepsInTheSchedule() {
    double first = 1 - 0.1 * (1 - 0.2);
    assertThat(after(new ExtraGradient(new Sgd(0.2, 0, new Linear(Span.updates(2), 0))), 1))
        .isCloseTo(first, within(1e-15));
    assertThat(after(new ExtraGradient(new Sgd(0.2, 0, new Linear(Span.updates(2), 0))), 2))
        .isCloseTo(first, within(1e-15));
  }

  @Test
  void theScheduleScalesTheRate() {
    // factors 1, 0.5, 0: the third step does nothing
    assertThat(after(new Sgd(0.2, 0, new Linear(Span.updates(2), 0)), 3))
        .isCloseTo(0.8 * 0.9, within(1e-15));
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Adam(0.1, 1, 0.999))
        .hasMessage("adam: expected beta1 in [0, 1), got 1.0");
    assertThatThrownBy(() -> new OptimisticAdam(0.1, 0.5, -0.1))
        .hasMessage("optimistic adam: expected beta2 in [0, 1), got -0.1");
    assertThatThrownBy(() -> new AdamW(0, 0.9, 0.999, 0))
        .hasMessage("adamw: expected a finite rate > 0, got 0.0");
    assertThatThrownBy(() -> new Adam(0.1, 0.5, 0.9, 0, new Constant()))
        .hasMessage("adam: expected a finite epsilon > 0, got 0.0");
    assertThatThrownBy(() -> new Adam(0.1, 0.5, 0.9, 1e-8, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("adam: expected a schedule, got null");
    assertThatThrownBy(() -> new Sgd(-1)).hasMessage("sgd: expected a finite rate > 0, got -1.0");
    assertThatThrownBy(() -> new Sgd(0.1, 1, new Constant()))
        .hasMessage("sgd: expected a momentum in [0, 1), got 1.0");
    assertThatThrownBy(() -> new RmsProp(0.1, 1, 1e-8, new Constant()))
        .hasMessage("rmsprop: expected a decay in [0, 1), got 1.0");
    assertThatThrownBy(() -> new AdamW(0.1, 0.9, 0.999, -1))
        .hasMessage("adamw: expected a finite weightDecay >= 0, got -1.0");
    assertThatThrownBy(() -> new ClipWeights(0, new Sgd(1)))
        .hasMessage("clip weights: expected a limit > 0, got 0.0");
    assertThatThrownBy(() -> new ClipNorm(0, new Sgd(1)))
        .hasMessage("clip norm: expected a norm > 0, got 0.0");
    assertThatThrownBy(() -> new Ema(1, new Sgd(1)))
        .hasMessage("ema: expected a decay in [0, 1), got 1.0");
  }
}
