package org.gan4j.theory.rows.trained;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A sample mean and its standard error.
 *
 * @param mean the mean of independent values
 * @param error the standard error: their standard deviation divided by √n
 */
record MeanEstimate(double mean, double error) {
  /** {@return the mean of the values} */
  static MeanEstimate of(double... values) {
    double sd = new StandardDeviation().evaluate(values);
    return new MeanEstimate(new Mean().evaluate(values), sd / Math.sqrt(values.length));
  }

  /** {@return the sum of two independent means} */
  MeanEstimate plus(MeanEstimate other) {
    return new MeanEstimate(mean + other.mean, Math.hypot(error, other.error));
  }
}
