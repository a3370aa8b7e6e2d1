package org.gan4j.metrics;

import java.util.Arrays;
import org.gan4j.core.Expect;

/**
 * Precision, recall, density and coverage of generated samples in a feature space. Each sample has
 * a closed ball whose radius is the distance to its k-th nearest neighbour in its own set.
 *
 * @param precision the fraction of generated samples that lie in the ball of a real sample
 * @param recall the fraction of real samples that lie in the ball of a generated sample
 * @param density how many balls of real samples hold a generated sample on average, divided by k;
 *     may be above 1
 * @param coverage the fraction of real samples whose ball holds a generated sample
 * @paper Kynkäänniemi et al. 2019, arXiv:1904.06991, Eq. (1); Naeem et al. 2020, arXiv:2002.09797,
 *     Eqs. (3) and (5)
 */
public record NeighbourMetrics(double precision, double recall, double density, double coverage) {
  /**
   * Compares two sets of features. The cost is O((n + m)²) distances.
   *
   * @shape real [n, d], fake [m, d]
   * @param real features of real samples, row-major, more than k
   * @param fake features of generated samples, more than k
   * @param dimensions d
   * @param k which neighbour, at least 1; usually 3 for precision and recall, 5 for density and
   *     coverage
   * @return the four scores
   * @throws IllegalArgumentException if there are too few samples, the last one is incomplete, or
   *     one is not finite
   */
  public static NeighbourMetrics of(float[] real, float[] fake, int dimensions, int k) {
    Expect.atLeast("NeighbourMetrics", "a neighbour k", k, 1);
    int n = SampleSets.rows("NeighbourMetrics.real", real, dimensions, k + 1);
    int m = SampleSets.rows("NeighbourMetrics.fake", fake, dimensions, k + 1);
    Hits inReal = Hits.of(real, radii(real, n, dimensions, k), fake, m, dimensions);
    Hits inFake = Hits.of(fake, radii(fake, m, dimensions, k), real, n, dimensions);
    return new NeighbourMetrics(
        (double) inReal.points / m,
        (double) inFake.points / n,
        inReal.pairs / ((double) k * m),
        (double) inReal.balls / n);
  }

  /** {@return the squared distance from each sample to its k-th nearest neighbour} */
  private static double[] radii(float[] samples, int n, int dimensions, int k) {
    double[] radii = new double[n];
    double[] distances = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distances[j] = SampleSets.squaredDistance(samples, i, samples, j, dimensions);
      }
      Arrays.sort(distances);
      radii[i] = distances[k];
    }
    return radii;
  }

  /**
   * How many points lie in balls.
   *
   * @param points the points that lie in at least one ball
   * @param balls the balls that hold at least one point
   * @param pairs the pairs of a point and a ball that holds it
   */
  private record Hits(int points, int balls, long pairs) {
    static Hits of(float[] centres, double[] radii, float[] points, int n, int dimensions) {
      boolean[] inside = new boolean[n];
      int balls = 0;
      long pairs = 0;
      for (int ball = 0; ball < radii.length; ball++) {
        long before = pairs;
        for (int i = 0; i < n; i++) {
          if (SampleSets.squaredDistance(centres, ball, points, i, dimensions) <= radii[ball]) {
            inside[i] = true;
            pairs++;
          }
        }
        balls += pairs > before ? 1 : 0;
      }
      int held = 0;
      for (boolean one : inside) {
        held += one ? 1 : 0;
      }
      return new Hits(held, balls, pairs);
    }
  }
}
