package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;

/** Test inputs, each a pure function of shape and seed. */
public final class Inputs {
  private static final double[] NOTABLE = {
    0, 1e-30, 1e-10, 1e-3, 0.3, 0.5, 0.62, 0.63, 1, 1.9, 2, 2.1, 3, 9, 9.1, 15, 18.1, 20, 30, 88,
    100, 700, 1e4, 1e10, 1e18
  };

  private static final int LARGEST_INTEGER = 8;

  private Inputs() {}

  /**
   * Returns standard normal numbers.
   *
   * @param shape extents
   * @param seed which numbers
   * @return the array
   */
  public static HostArray normal(Shape shape, long seed) {
    RandomGenerator draws = Rng.ofSeed(seed).stream("normal").at(shape.size());
    return fill(shape, draws::nextGaussian);
  }

  /**
   * Returns integers from −8 to 8. Their sums and products are exact below 2²⁴, so every order of
   * summation gives the same result.
   *
   * @param shape extents
   * @param seed which numbers
   * @return the array
   */
  public static HostArray integers(Shape shape, long seed) {
    RandomGenerator draws = Rng.ofSeed(seed).stream("integers").at(shape.size());
    return fill(shape, () -> draws.nextInt(2 * LARGEST_INTEGER + 1) - LARGEST_INTEGER);
  }

  /**
   * Returns numbers uniform between two bounds.
   *
   * @param shape extents
   * @param low the lower bound
   * @param high the upper bound
   * @param seed which numbers
   * @return the array
   */
  public static HostArray uniform(Shape shape, double low, double high, long seed) {
    RandomGenerator draws = Rng.ofSeed(seed).stream("uniform").at(shape.size());
    return fill(shape, () -> draws.nextDouble(low, high));
  }

  /**
   * Returns numbers that are hard for arithmetic: NaN, ±∞, ±0, denormals, the largest and smallest
   * normal numbers, and arguments at which exponentials and rational approximations change.
   *
   * @param dtype the element type, which determines the denormals
   * @return the numbers, both signs of each
   */
  public static double[] special(DType dtype) {
    List<Double> numbers = new ArrayList<>();
    for (double number : NOTABLE) {
      numbers.add(number);
    }
    numbers.addAll(edges(dtype));
    numbers.add(Double.POSITIVE_INFINITY);
    double[] both = new double[2 * numbers.size() + 1];
    for (int i = 0; i < numbers.size(); i++) {
      both[2 * i] = numbers.get(i);
      both[2 * i + 1] = -numbers.get(i);
    }
    both[both.length - 1] = Double.NaN;
    return both;
  }

  /** Two denormals, the smallest normal and the largest number. */
  private static List<Double> edges(DType dtype) {
    return switch (dtype) {
      case FLOAT32 ->
          List.of(
              (double) Float.MIN_VALUE, 1e-40, (double) Float.MIN_NORMAL, (double) Float.MAX_VALUE);
      case FLOAT64 -> List.of(Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, Double.MAX_VALUE);
    };
  }

  /**
   * Returns special numbers, each followed by a normal one, repeated.
   *
   * @param dtype the element type, which determines the denormals
   * @param shape extents
   * @param seed which normal numbers
   * @return the array
   */
  public static HostArray mixed(DType dtype, Shape shape, long seed) {
    double[] values = normal(shape, seed).values();
    double[] special = special(dtype);
    for (int i = 0; i < values.length; i += 2) {
      values[i] = special[(int) ((i / 2 + seed) % special.length)];
    }
    return HostArray.of(shape, values);
  }

  private static HostArray fill(Shape shape, DoubleSupplier draw) {
    double[] values = new double[shape.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = draw.getAsDouble();
    }
    return HostArray.of(shape, values);
  }
}
