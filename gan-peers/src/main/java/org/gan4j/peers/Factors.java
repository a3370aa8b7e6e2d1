package org.gan4j.peers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Task;
import org.gan4j.speed.workload.GemmLayout;
import org.gan4j.speed.workload.GemmWorkload;
import org.gan4j.speed.workload.ProductShape;

/** The factors of a product of our workloads, and the product by the {@code reference} backend. */
final class Factors {
  /** Relative to the largest element. */
  private static final double ERROR = 1e-4;

  private final ProductShape shape;
  private final double[] a;
  private final double[] b;
  private final double[] product;

  private Factors(ProductShape shape, double[] a, double[] b, double[] product) {
    this.shape = shape;
    this.a = a;
    this.b = b;
    this.product = product;
  }

  /** Returns those of a shape, row by row: a [m, k], b [k, n] and the product [m, n]. */
  static Factors of(ProductShape shape) {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64))) {
      backend.openScope();
      Task task = new GemmWorkload(shape, GemmLayout.NN).open(backend);
      List<double[]> factors = task.operands();
      return new Factors(shape, factors.get(0), factors.get(1), task.results().get(0));
    }
  }

  ProductShape shape() {
    return shape;
  }

  int m() {
    return shape.m();
  }

  int n() {
    return shape.n();
  }

  int k() {
    return shape.k();
  }

  float[] floatsOfA() {
    return floats(a);
  }

  float[] floatsOfB() {
    return floats(b);
  }

  double[][] rowsOfA() {
    return rows(a, k());
  }

  double[][] rowsOfB() {
    return rows(b, n());
  }

  /**
   * Checks a library's product.
   *
   * @throws IllegalStateException if it is not ours
   */
  void requireEqual(ProductLibrary library, double[] found) {
    double largest = Arrays.stream(product).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < product.length; i++) {
      if (!(Math.abs(found[i] - product[i]) <= ERROR * largest)) {
        throw new IllegalStateException(
            library + ": expected element " + i + " to be " + product[i] + ", got " + found[i]);
      }
    }
  }

  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static double[][] rows(double[] values, int columns) {
    return IntStream.range(0, values.length / columns)
        .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
        .toArray(double[][]::new);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
