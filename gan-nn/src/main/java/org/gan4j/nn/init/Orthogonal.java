package org.gan4j.nn.init;

import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer, times a gain. Normal draws
 * are orthonormalised one after another, so the matrix is uniform over all such matrices.
 *
 * @param gain the factor, at least 0
 * @paper Saxe et al. 2014, arXiv:1312.6120
 */
public record Orthogonal(double gain) implements Initializer {
  /** One pass leaves errors where the draws are nearly dependent; a second one removes them. */
  private static final int PASSES = 2;

  /**
   * Checks the gain.
   *
   * @param gain the factor, at least 0
   */
  public Orthogonal {
    Expect.nonNegative("orthogonal initialiser", "a finite gain", gain);
  }

  @Override
  public double[] draw(Fans fans, RandomGenerator draws) {
    double[][] vectors =
        new double[Math.min(fans.rows(), fans.columns())][Math.max(fans.rows(), fans.columns())];
    for (int i = 0; i < vectors.length; i++) {
      double[] v = vectors[i];
      for (int k = 0; k < v.length; k++) {
        v[k] = draws.nextGaussian();
      }
      for (int pass = 0; pass < PASSES; pass++) {
        for (int j = 0; j < i; j++) {
          addTo(v, -dot(v, vectors[j]), vectors[j]);
        }
      }
      scale(v, 1 / Math.sqrt(dot(v, v)));
    }
    return layOut(vectors, fans.columns(), fans.rows());
  }

  private double[] layOut(double[][] vectors, int columns, int rows) {
    double[] weights = new double[rows * columns];
    boolean wide = rows <= columns;
    for (int out = 0; out < rows; out++) {
      for (int in = 0; in < columns; in++) {
        weights[out * columns + in] = gain * (wide ? vectors[out][in] : vectors[in][out]);
      }
    }
    return weights;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void addTo(double[] a, double factor, double[] b) {
    for (int k = 0; k < a.length; k++) {
      a[k] += factor * b[k];
    }
  }

  private static void scale(double[] a, double factor) {
    for (int k = 0; k < a.length; k++) {
      a[k] *= factor;
    }
  }
}
