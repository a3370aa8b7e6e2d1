package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.RealDistribution;

/**
 * Densities by name. Their logarithms are computed as such: commons-math3's own underflow far from
 * the centre.
 */
public final class Densities {
  private Densities() {}

  /**
   * Returns the normal density.
   *
   * @param mean its mean
   * @param sd its standard deviation, &gt; 0
   * @return N(mean, sd²)
   */
  public static Density normal(double mean, double sd) {
    return NormalDensity.of(mean, sd);
  }

  /**
   * Returns the uniform density.
   *
   * @param lower where it begins
   * @param upper where it ends, above the lower
   * @return the density 1/(upper − lower) in between
   */
  public static Density uniform(double lower, double upper) {
    return UniformDensity.of(lower, upper);
  }

  /**
   * Returns the exponential density.
   *
   * @param mean its mean, which is also its scale, &gt; 0
   * @return exp(−x/mean)/mean for x ≥ 0
   */
  public static Density exponential(double mean) {
    return ExponentialDensity.of(mean);
  }

  /**
   * Returns the Laplace density.
   *
   * @param mean its mean
   * @param scale its scale, &gt; 0; the standard deviation is √2 times as much
   * @return exp(−|x − mean|/scale) / (2 scale)
   */
  public static Density laplace(double mean, double scale) {
    return TwoSidedExponential.laplace(mean, scale);
  }

  /**
   * Returns the logistic density.
   *
   * @param mean its mean
   * @param scale its scale s, &gt; 0
   * @return exp(−z) / (s (1 + exp(−z))²) with z = (x − mean)/s
   */
  public static Density logistic(double mean, double scale) {
    return TwoSidedExponential.logistic(mean, scale);
  }

  /**
   * Returns the Gumbel density of maxima.
   *
   * @param mode its mode
   * @param scale its scale β, &gt; 0
   * @return exp(−z − exp(−z))/β with z = (x − mode)/β
   */
  public static Density gumbel(double mode, double scale) {
    return GumbelDensity.of(mode, scale);
  }

  /**
   * Returns the Cauchy density.
   *
   * @param median its centre
   * @param scale its half width at half height, &gt; 0
   * @return 1 / (π scale (1 + z²)) with z = (x − median)/scale
   */
  public static Density cauchy(double median, double scale) {
    return StudentDensity.cauchy(median, scale);
  }

  /**
   * Returns Student's t density with mean 0 and scale 1.
   *
   * @param dof degrees of freedom, &gt; 0
   * @return the density
   */
  public static Density student(double dof) {
    return student(dof, 0, 1);
  }

  /**
   * Returns Student's t density, shifted and scaled.
   *
   * @param dof degrees of freedom ν, &gt; 0
   * @param mean its centre
   * @param scale its scale, &gt; 0
   * @return proportional to (1 + z²/ν)^−(ν+1)/2 with z = (x − mean)/scale
   */
  public static Density student(double dof, double mean, double scale) {
    return StudentDensity.student(dof, mean, scale);
  }

  /**
   * Returns the gamma density.
   *
   * @param shape its shape k, &gt; 0; below 1 the density is infinite at 0
   * @param scale its scale θ, &gt; 0; the mean is kθ
   * @return x^(k−1) exp(−x/θ) / (Γ(k) θᵏ) for x &gt; 0
   */
  public static Density gamma(double shape, double scale) {
    return GammaDensity.of(shape, scale);
  }

  /**
   * Returns the beta density.
   *
   * @param a its exponent at 0, &gt; 0; below 1 the density is infinite at 0
   * @param b its exponent at 1, &gt; 0; below 1 the density is infinite at 1
   * @return x^(a−1) (1−x)^(b−1) / B(a, b) for 0 &lt; x &lt; 1
   */
  public static Density beta(double a, double b) {
    return BetaDensity.of(a, b);
  }

  /**
   * Returns the density of exp(Z) with Z ~ N(mean, sd²).
   *
   * @param mean the mean of the logarithm
   * @param sd the standard deviation of the logarithm, &gt; 0
   * @return the log-normal density
   */
  public static Density logNormal(double mean, double sd) {
    return LogNormalDensity.of(mean, sd);
  }

  /**
   * Returns a weighted sum of densities.
   *
   * @param weights positive, their sum 1 within 1e-9; they are divided by it
   * @param parts as many densities
   * @return the mixture
   */
  public static Density mixture(double[] weights, Density... parts) {
    return new Mixture(weights, parts);
  }

  /**
   * Returns a distribution of commons-math3 as a density with a logarithm that does not underflow.
   *
   * @param distribution a normal, uniform, exponential, Laplace, logistic, Gumbel, Cauchy, Student,
   *     gamma, chi-squared, beta or log-normal distribution; for others, implement {@link Density}
   * @return its density
   */
  public static Density of(RealDistribution distribution) {
    return CommonsMath.density(distribution);
  }
}
