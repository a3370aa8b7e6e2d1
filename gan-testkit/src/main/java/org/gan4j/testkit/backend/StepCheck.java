package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.gan4j.testkit.Inputs;

/** Whole training steps: memory is reused, runs are bit-equal, threads agree. */
final class StepCheck {
  private static final int BATCH = 65;
  private static final int WIDTH = 130;
  private static final int WARM_UP = 2;
  private static final int REPEATS = 1000;
  private static final int STEPS = 5;

  /** Drift of parameters over the steps; errors grow since Adam divides by the gradient's size. */
  private static final double DRIFT_ROUNDINGS = 1e5;

  private final Function<BackendOptions, Backend> opener;
  private final DType dtype;

  StepCheck(Function<BackendOptions, Backend> opener, DType dtype) {
    this.opener = opener;
    this.dtype = dtype;
  }

  /** A network of two layers under an R1-like penalty, trained by Adam. */
  private static final class Run {
    private final Backend backend;
    private final DType dtype;
    private final int batch;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<State> moments = new ArrayList<>();
    private long steps;

    Run(Backend backend, DType dtype, int batch, int width) {
      this.backend = backend;
      this.dtype = dtype;
      this.batch = batch;
      parameter(Shape.of(width, 2));
      parameter(Shape.of(width));
      parameter(Shape.of(1, width));
      parameter(Shape.of(1));
    }

    private void parameter(Shape shape) {
      double[] initial = Inputs.normal(shape, parameters.size()).values();
      parameters.add(new Parameter(backend, "p" + parameters.size(), shape, dtype, initial));
      moments.add(backend.state(shape, dtype, new double[initial.length]));
      moments.add(backend.state(shape, dtype, new double[initial.length]));
    }

    void step() {
      steps++;
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.watch(Inputs.normal(Shape.of(batch, 2), steps % 2).on(backend, dtype));
        Var w1 = tape.use(parameters.get(0));
        Var b1 = tape.use(parameters.get(1));
        Var hidden = x.dense(w1, b1, Activation.leakyRelu(0.2)).tanh();
        Var w2 = tape.use(parameters.get(2));
        Var logits = hidden.dense(w2, tape.use(parameters.get(3)), Activation.IDENTITY);
        Var inputGradient = tape.gradient(logits.sum(), List.of(x)).of(x);
        Var loss = logits.softplus().mean().add(inputGradient.rowDots(inputGradient).mean());
        update(tape.backward(loss));
      }
    }

    private void update(Gradients gradients) {
      AdamStep step = new AdamStep(1e-3, 0.5, 0.99, 1e-8, steps);
      for (int i = 0; i < parameters.size(); i++) {
        Tensor gradient = gradients.of(parameters.get(i));
        State m = moments.get(2 * i);
        State v = moments.get(2 * i + 1);
        backend.adam(parameters.get(i).state(), gradient, m, v, step);
      }
    }

    double[] result() {
      return parameters.stream()
          .flatMapToDouble(p -> Arrays.stream(p.value().toDoubles()))
          .toArray();
    }
  }

  void memoryIsReused() {
    try (Backend backend = opener.apply(new BackendOptions(1, dtype))) {
      Run run = new Run(backend, dtype, 5, 3);
      for (int i = 0; i < WARM_UP; i++) {
        run.step();
      }
      long reserved = backend.reservedBytes();
      for (int i = 0; i < REPEATS; i++) {
        run.step();
      }
      assertThat(backend.reservedBytes()).as("bytes after 1000 steps").isEqualTo(reserved);
      for (double number : run.result()) {
        assertThat(number).isFinite();
      }
    }
  }

  /** Tensors of several slabs, released repeatedly. */
  void largeMemoryIsReused() {
    try (Backend backend = opener.apply(new BackendOptions(1, dtype))) {
      Shape large = Shape.of(1 << 20);
      long reserved = 0;
      for (int round = 0; round < 2 * WARM_UP; round++) {
        try (Tape outer = Tape.on(backend)) {
          Tensor kept = outer.zeros(large, dtype).value();
          for (int i = 0; i < STEPS; i++) {
            try (Tape inner = Tape.on(backend)) {
              Tensor one = backend.full(large, dtype, i);
              Var sum = inner.constant(one).add(inner.constant(kept)).sum();
              assertThat(sum.item()).isEqualTo((double) i * large.size());
            }
          }
          assertThat(backend.sumOfSquares(kept)).as("the outer tape's tensor").isEqualTo(0);
        }
        if (round == WARM_UP) {
          reserved = backend.reservedBytes();
        }
      }
      assertThat(backend.reservedBytes()).isEqualTo(reserved);
    }
  }

  void runsAreReproducible() {
    double[] oracle = train(options -> Backends.open("reference", options), 1);
    double[] one = train(opener, 1);
    double[] two = train(opener, 2);
    Bits.assertSame("one thread, again", one, train(opener, 1));
    Bits.assertSame("two threads, again", two, train(opener, 2));
    double bound = DRIFT_ROUNDINGS * dtype.unitRoundoff();
    assertThat(one).containsExactly(oracle, within(bound));
    assertThat(two).containsExactly(oracle, within(bound));
  }

  private double[] train(Function<BackendOptions, Backend> open, int threads) {
    try (Backend backend = open.apply(new BackendOptions(threads, dtype))) {
      Run run = new Run(backend, dtype, BATCH, WIDTH);
      for (int i = 0; i < STEPS; i++) {
        run.step();
      }
      return run.result();
    }
  }
}
