package org.gan4j.theory.rows.trained;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A mean and its standard error.
 *
 * @param mean of independent values
 * @param error their standard deviation over the root of their number
 */
record Sample(double mean, double error) {
  /** {@return what the values say} */
  static Sample of(double... values) {
    double sd = new StandardDeviation().evaluate(values);
    return new Sample(new Mean().evaluate(values), sd / Math.sqrt(values.length));
  }

  /** {@return the sum of two independent means} */
  Sample plus(Sample other) {
    return new Sample(mean + other.mean, Math.hypot(error, other.error));
  }
}
