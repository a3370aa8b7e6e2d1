package org.gan4j.theory.rows.analytic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Evenly spaced points on the line, and functions on them. */
final class LineGrid {
  private LineGrid() {}

  /** Returns n evenly spaced points from low to high, both included. */
  static double[] linear(double low, double high, int n) {
    return IntStream.range(0, n).mapToDouble(i -> low + (high - low) * i / (n - 1)).toArray();
  }

  static double[] map(double[] xs, DoubleUnaryOperator f) {
    return Arrays.stream(xs).map(f).toArray();
  }
}
