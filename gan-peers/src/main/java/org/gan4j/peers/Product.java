package org.gan4j.peers;

import java.util.function.Supplier;

/** A product of two matrices, ready to be computed. */
interface Product extends AutoCloseable {
  /** Computes it. */
  void run();

  /** Computes it and returns its numbers, row by row. */
  double[] result();

  @Override
  void close();

  static Product of(Runnable run, Supplier<double[]> result, Runnable close) {
    return new Product() {
      @Override
      public void run() {
        run.run();
      }

      @Override
      public double[] result() {
        return result.get();
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
