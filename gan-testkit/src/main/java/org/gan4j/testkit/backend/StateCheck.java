package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Function;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.State;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;

/** States, which outlive tapes, and their updates in place. */
final class StateCheck {
  private static final int[] SIZES = {0, 1, 17, 1023, 1024, 1025, 3000, 16385, 40000};
  private static final double RATE = 2e-3;
  private static final double BETA1 = 0.5;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-8;
  private static final int UPDATES = 3;

  /** Roundings of one update: about ten operations, three times. */
  private static final double ROUNDINGS = 32;

  private final Function<BackendOptions, Backend> opener;
  private final DType dtype;

  StateCheck(Function<BackendOptions, Backend> opener, DType dtype) {
    this.opener = opener;
    this.dtype = dtype;
  }

  private Backend open(int threads) {
    return opener.apply(new BackendOptions(threads, dtype));
  }

  void assign() {
    try (Backend backend = open(2)) {
      for (int size : SIZES) {
        Shape shape = Shape.of(size);
        HostArray initial = Inputs.mixed(dtype, shape, 1).rounded(dtype);
        HostArray next = Inputs.mixed(dtype, shape, 2).rounded(dtype);
        double[] host = initial.values();
        State state = backend.state(shape, dtype, host);
        Arrays.fill(host, 7);
        Bits.assertSame("the state", initial.values(), state.read().toDoubles());
        Tensor before = state.read();
        try (Tape tape = Tape.on(backend)) {
          Tensor value = tape.constant(next.on(backend, dtype)).value();
          backend.assign(state, value);
          Bits.assertSame("the argument", next.values(), value.toDoubles());
        }
        Bits.assertSame("the state", next.values(), state.read().toDoubles());
        assertThatThrownBy(before::toDoubles)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("it has been updated");
        backend.assign(state, state.read());
        Bits.assertSame("the state", next.values(), state.read().toDoubles());
      }
    }
  }

  /** Algorithm 1 of Kingma and Ba as published, with both corrected moments, in doubles. */
  void adamAgainstTheFormula() {
    for (int size : SIZES) {
      Shape shape = Shape.of(size);
      double[] p = Inputs.normal(shape, 1).rounded(dtype).values();
      double[] one = adam(1, p, 1);
      Bits.assertSame("a second run", one, adam(1, p, 1));
      double[] two = adam(2, p, 1);
      Bits.assertSame("a second run on two threads", two, adam(2, p, 1));
      double[] bound = new double[size];
      for (int i = 0; i < size; i++) {
        bound[i] = ROUNDINGS * dtype.unitRoundoff() * (Math.abs(p[i]) + UPDATES * RATE);
      }
      formula(p, 1);
      assertNear(p, one, bound);
      assertNear(p, two, bound);
    }
  }

  private static void assertNear(double[] expected, double[] actual, double[] bound) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= bound[i])) {
        throw new AssertionError(
            "adam, element "
                + i
                + " of "
                + expected.length
                + ": expected "
                + expected[i]
                + ", got "
                + actual[i]
                + " within "
                + bound[i]);
      }
    }
  }

  private double[] adam(int threads, double[] initial, long seed) {
    Shape shape = Shape.of(initial.length);
    try (Backend backend = open(threads)) {
      State p = backend.state(shape, dtype, initial);
      State m = backend.state(shape, dtype, new double[initial.length]);
      State v = backend.state(shape, dtype, new double[initial.length]);
      for (int t = 1; t <= UPDATES; t++) {
        try (Tape tape = Tape.on(backend)) {
          HostArray gradient = Inputs.normal(shape, seed + t).rounded(dtype);
          Tensor g = tape.constant(gradient.on(backend, dtype)).value();
          backend.adam(p, g, m, v, new AdamStep(RATE, BETA1, BETA2, EPSILON, t));
          Bits.assertSame("the gradient", gradient.values(), g.toDoubles());
        }
      }
      return p.read().toDoubles();
    }
  }

  private void formula(double[] p, long seed) {
    double[] m = new double[p.length];
    double[] v = new double[p.length];
    for (int t = 1; t <= UPDATES; t++) {
      double[] g = Inputs.normal(Shape.of(p.length), seed + t).rounded(dtype).values();
      for (int i = 0; i < p.length; i++) {
        m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
        v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
        double corrected1 = m[i] / (1 - Math.pow(BETA1, t));
        double corrected2 = v[i] / (1 - Math.pow(BETA2, t));
        p[i] -= RATE * corrected1 / (Math.sqrt(corrected2) + EPSILON);
      }
    }
  }

  /**
   * Numbers of PyTorch 2.13's torch.optim.Adam(lr=2e-3, betas=(0.5, 0.99), eps=1e-8) in float64.
   */
  void adamAgainstPyTorch() {
    double[][] gradients = {{0.1, -3, 1e-6, 0}, {-0.2, -3, 2e-6, 1e-9}, {0.4, 5, -1e-6, 0}};
    double[] expected = {
      0.4978641576032464, -1.9968285889981525, -0.003272615939201104, -0.00017853109019502213
    };
    try (Backend backend = open(1)) {
      Shape shape = Shape.of(4);
      State p = backend.state(shape, dtype, 0.5, -2, 1e-3, 0);
      State m = backend.state(shape, dtype, 0, 0, 0, 0);
      State v = backend.state(shape, dtype, 0, 0, 0, 0);
      for (int t = 1; t <= gradients.length; t++) {
        try (Tape tape = Tape.on(backend)) {
          Tensor g = tape.constant(backend.tensor(shape, dtype, gradients[t - 1])).value();
          backend.adam(p, g, m, v, new AdamStep(RATE, BETA1, BETA2, EPSILON, t));
        }
      }
      double[] actual = p.read().toDoubles();
      double[] bound = new double[expected.length];
      for (int i = 0; i < bound.length; i++) {
        double scale = Math.abs(expected[i]) + UPDATES * RATE;
        bound[i] = ROUNDINGS * dtype.unitRoundoff() * scale;
      }
      assertNear(expected, actual, bound);
    }
  }
}
