package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.losses.GanLoss;

/**
 * Gradients where the critic is sure. A loss on logits has one course out there: its gradient stays
 * constant, grows or falls like a power of the logit, or falls exponentially. A clipped probability
 * ends it, and an ε inside a logarithm bends it, at a logit that has nothing to do with the game.
 */
final class FarGradients {
  /** A margin, as the hinge has at ±1, lies nearer than the first of these. */
  private static final double[] LOGITS = {4, 8, 12, 20, 30};

  /** How much the exponent of the gradient may change: a cube does so by less from 4 to 30. */
  private static final double BEND = 0.3;

  /** Gradients this much smaller than the greatest may be lost to rounding. */
  private static final double ROUNDING = 1e-12;

  private final GanLoss loss;
  private final double neutral;
  private final double largest;

  FarGradients(GanLoss loss, double neutral, double largest) {
    this.loss = loss;
    this.neutral = neutral;
    this.largest = largest;
  }

  void check() {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64))) {
      check("L_D in a real logit", -1, x -> of(backend, x, neutral).discriminatorReal().get(0));
      check("L_D in a fake logit", 1, x -> of(backend, neutral, x).discriminatorFake().get(0));
      check("L_G in a fake logit", -1, x -> of(backend, neutral, x).generatorFake().get(0));
    }
  }

  private Evaluation of(Backend backend, double real, double fake) {
    return Evaluation.of(loss, backend, new double[] {real}, new double[] {fake});
  }

  /** The mistaken side is where the critic is sure and wrong, or for G, where it is found out. */
  private void check(String what, int mistaken, DoubleUnaryOperator gradient) {
    assertThat(Math.abs(gradient.applyAsDouble(mistaken * LOGITS[0])))
        .as(
            "%s: gradient of %s at %s, where the discriminator is sure and wrong",
            loss.name(), what, mistaken * LOGITS[0])
        .isPositive();
    for (int side : new int[] {mistaken, -mistaken}) {
      follow(what, side, gradient);
    }
  }

  private void follow(String what, int side, DoubleUnaryOperator gradient) {
    double last = Math.abs(gradient.applyAsDouble(side * LOGITS[0]));
    double greatest = Math.max(last, Math.abs(gradient.applyAsDouble(0)));
    double exponent = Double.NaN;
    for (int i = 1; i < LOGITS.length && LOGITS[i] <= largest; i++) {
      double step = LOGITS[i] - LOGITS[i - 1];
      double size = Math.abs(gradient.applyAsDouble(side * LOGITS[i]));
      double expected = i == 1 ? last * Math.exp(-2 * step) : last * Math.exp(exponent * step);
      boolean vanishes = Math.max(size, expected) <= ROUNDING * greatest;
      if (vanishes || (size == 0 && last == 0)) {
        return;
      }
      String where = "%s: gradient of %s from logit %s to %s";
      Object[] names = {loss.name(), what, side * LOGITS[i - 1], side * LOGITS[i]};
      assertThat(last > 0 && size > 0)
          .as(
              where
                  + ", %s and %s; is a probability clipped? Write the loss with softplus on logits",
              names[0],
              names[1],
              names[2],
              names[3],
              last,
              size)
          .isTrue();
      double next = Math.log(size / last) / step;
      if (i > 1) {
        assertThat(Math.abs(next - exponent))
            .as(
                where
                    + ": it was going like exp(%.3f |logit|) and now goes like exp(%.3f |logit|);"
                    + " is there an epsilon inside a logarithm? Write the loss with softplus on"
                    + " logits",
                names[0],
                names[1],
                names[2],
                names[3],
                exponent,
                next)
            .isLessThan(BEND);
      }
      exponent = next;
      last = size;
      greatest = Math.max(greatest, size);
    }
  }
}
