package org.gan4j.metrics;

import java.util.Arrays;

/**
 * Precision, recall, density and coverage on features. The ball of a sample reaches as far as the
 * k-th nearest of its own set, itself not counted; its edge belongs to it.
 *
 * @param precision the fraction of generated samples in some real one's ball
 * @param recall the fraction of real samples in some generated one's ball
 * @param density 1/(k m) times the number of pairs of a generated sample in a real one's ball; may
 *     be above 1
 * @param coverage the fraction of real samples whose ball has a generated one
 * @paper Kynkäänniemi et al. 2019, arXiv:1904.06991, Eq. (1); Naeem et al. 2020, arXiv:2002.09797,
 *     Eqs. (3) and (5)
 */
public record NeighbourMetrics(double precision, double recall, double density, double coverage) {
  /**
   * Measures features. It takes n², nm and m² distances.
   *
   * @shape real [n, d], fake [m, d]
   * @param real features of real samples, row-major, more than k
   * @param fake features of generated samples, more than k
   * @param dimensions d
   * @param k which neighbour, at least 1; 3 for precision and 5 for density are usual
   * @return the four figures
   * @throws IllegalArgumentException if there are too few samples or half a one
   */
  public static NeighbourMetrics of(float[] real, float[] fake, int dimensions, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("NeighbourMetrics: expected k of at least 1, got " + k);
    }
    int n = SampleSets.rows("NeighbourMetrics", real, dimensions, k + 1);
    int m = SampleSets.rows("NeighbourMetrics", fake, dimensions, k + 1);
    Hits inReal = Hits.of(real, radii(real, n, dimensions, k), fake, m, dimensions);
    Hits inFake = Hits.of(fake, radii(fake, m, dimensions, k), real, n, dimensions);
    return new NeighbourMetrics(
        (double) inReal.points / m,
        (double) inFake.points / n,
        inReal.pairs / ((double) k * m),
        (double) inReal.balls / n);
  }

  /** {@return the squared distance of each sample to its k-th nearest other} */
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
   * How points fall into balls.
   *
   * @param points how many are in one ball or more
   * @param balls how many hold one point or more
   * @param pairs of a point and a ball that holds it
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
