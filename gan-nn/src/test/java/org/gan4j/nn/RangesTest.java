package org.gan4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.init.Orthogonal;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.Linear;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Schedule;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The documented range of every number of every recipe, from both sides of both ends: the last
 * value inside is taken, and the first outside, and NaN, are refused by an error that shows them.
 */
class RangesTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double BELOW_ONE = Math.nextDown(1.0);
  private static final double TINY = Double.MIN_VALUE;
  private static final Schedule CONSTANT = new Constant();
  private static final Optimizer DESCENT = new Sgd(1);

  /** A recipe as a function of one of its numbers. */
  private interface Recipe {
    Object of(double value);
  }

  private static double[] values(double... values) {
    return values;
  }

  private static Arguments range(String number, Recipe recipe, double[] inside, double[] outside) {
    return Arguments.of(number, recipe, inside, outside);
  }

  /** (0, ∞] */
  private static Arguments positive(String number, Recipe recipe) {
    return range(number, recipe, values(TINY, 1), values(0, -TINY, NAN));
  }

  /** [0, ∞) */
  private static Arguments finite(String number, Recipe recipe) {
    return range(number, recipe, values(0, Double.MAX_VALUE), values(-TINY, INF, NAN));
  }

  /** [0, 1) */
  private static Arguments fraction(String number, Recipe recipe) {
    return range(number, recipe, values(0, BELOW_ONE), values(-TINY, 1, NAN));
  }

  private static Stream<Arguments> optimizers() {
    return Stream.of(
        positive("adam rate", x -> new Adam(x, 0.5, 0.9)),
        fraction("adam beta1", x -> new Adam(1, x, 0.9)),
        fraction("adam beta2", x -> new Adam(1, 0.5, x)),
        positive("adam epsilon", x -> new Adam(1, 0.5, 0.9, x, CONSTANT)),
        fraction("optimistic adam beta2", x -> new OptimisticAdam(1, 0.5, x)),
        finite("adamw decay", x -> new AdamW(1, 0.5, 0.9, x)),
        positive("rmsprop rate", x -> new RmsProp(x, 0.5, 1, CONSTANT)),
        fraction("rmsprop decay", x -> new RmsProp(1, x, 1, CONSTANT)),
        positive("rmsprop epsilon", x -> new RmsProp(1, 0.5, x, CONSTANT)),
        positive("sgd rate", x -> new Sgd(x)),
        fraction("sgd momentum", x -> new Sgd(1, x, CONSTANT)),
        fraction("ema decay", x -> new Ema(x, DESCENT)),
        finite("linear last", x -> new Linear(x)),
        range("span updates", x -> Span.updates((long) x), values(1, 2), values(0, -1)),
        range("span share", Span::share, values(1e-300, 1), values(0, -1, 1.1, NAN)));
  }

  private static Stream<Arguments> layers() {
    return Stream.of(
        range(
            "batch norm momentum",
            x -> new BatchNorm(x, 1e-5),
            values(TINY, 1),
            values(0, Math.nextUp(1.0), NAN)),
        positive("batch norm epsilon", x -> new BatchNorm(0.1, x)),
        fraction("dropout rate", Dropout::new),
        range("elu alpha", Elu::new, values(TINY, 1), values(0, -1, INF, NAN)),
        finite("normal sd", Normal::new),
        finite("orthogonal gain", Orthogonal::new),
        range("maxout units", x -> new Maxout((int) x, 2), values(1, 2), values(0, -1)),
        range("maxout pieces", x -> new Maxout(1, (int) x), values(2, 3), values(1, 0)));
  }

  static Stream<Arguments> ranges() {
    return Stream.concat(optimizers(), layers());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ranges")
  void bothSidesOfEveryBound(String number, Recipe recipe, double[] inside, double[] outside) {
    for (double value : inside) {
      assertThatCode(() -> recipe.of(value)).as("%s %s", number, value).doesNotThrowAnyException();
    }
    for (double value : outside) {
      String shown = value == (long) value ? Long.toString((long) value) : Double.toString(value);
      assertThatThrownBy(() -> recipe.of(value))
          .as("%s %s", number, value)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(": expected ")
          .message()
          .satisfies(
              message -> assertThat(message.substring(message.indexOf("got"))).contains(shown));
    }
  }
}
