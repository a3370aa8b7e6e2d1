package org.gan4j.theory.rows.trained;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A mean and its standard error.
 *
 * @param mean of independent values
 * @param error their standard deviation over the root of their number
 */
record MeanEstimate(double mean, double error) {
  /** {@return what the values say} */
  static MeanEstimate of(double... values) {
    double sd = new StandardDeviation().evaluate(values);
    return new MeanEstimate(new Mean().evaluate(values), sd / Math.sqrt(values.length));
  }

  /** {@return the sum of two independent means} */
  MeanEstimate plus(MeanEstimate other) {
    return new MeanEstimate(mean + other.mean, Math.hypot(error, other.error));
  }
}
