package org.gan4j.theory.rows.analytic;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How the root mean square of an error falls with the number of draws.
 *
 * @param slope of log RMS in log N, by least squares
 * @param standardError of the slope, for errors that are normal: log RMS over R replicates has
 *     standard deviation 1/√(2R)
 */
record Rate(double slope, double standardError) {
  /**
   * Fits the rate.
   *
   * @param sizes the numbers of draws
   * @param rms the root mean square error at each
   * @param replicates how many errors went into each
   */
  static Rate fit(double[] sizes, double[] rms, int replicates) {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < sizes.length; i++) {
      regression.addData(Math.log(sizes[i]), Math.log(rms[i]));
    }
    double noise = 1 / Math.sqrt(2.0 * replicates);
    return new Rate(regression.getSlope(), noise / Math.sqrt(regression.getXSumSquares()));
  }
}
