package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.core.Expect;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;

/** The numbers of ranges and random axes. */
final class AxisNumbers {
  /** So that 0.001 is not 0.0010000000000000002; finer differences decide nothing. */
  private static final MathContext DIGITS = new MathContext(6);

  private AxisNumbers() {}

  static JsonNode node(double number) {
    return JsonNodeFactory.instance.numberNode(new BigDecimal(number).round(DIGITS).doubleValue());
  }

  /** Numbers from 0 to 1; each depends on the seed, the settings and its index only. */
  static DoubleStream draws(List<String> settings, int count, long seed) {
    RngStream stream = Rng.ofSeed(seed).child("study").stream(String.join("+", settings));
    return IntStream.range(0, count).mapToDouble(i -> stream.at(i).nextDouble());
  }

  static void requireRange(String axis, double from, double to, int count) {
    Expect.finite(axis, "a finite 'from'", from);
    Expect.finite(axis, "a finite 'to'", to);
    Expect.that(from != to, axis, "two different ends", from + " and " + to);
    Expect.count(axis, "numbers", count, 2);
  }

  static void requirePositive(String axis, double from, double to) {
    Expect.that(from > 0 && to > 0, axis, "two ends > 0", from + " and " + to);
  }
}
