package org.gan4j.losses.divergence;

import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.GumbelDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Densities by name. Their logarithms are computed as such: commons-math3's own underflow far from
 * the centre.
 */
public final class Densities {
  /** Normal: 39 standard deviations out, the density underflows. */
  static final double[] GAUSSIAN = {1, 2, 4, 8, 14, 39};

  /** Exponential tails: exp(−760) underflows. */
  static final double[] EXPONENTIAL = {1, 2, 4, 8, 16, 32, 64, 200, 760};

  /** Power tails, to where |x| times the density of any tail in use has vanished. */
  private static final double[] POWER = {1, 2, 4, 8, 16, 1e3, 1e8, 1e17, 1e50, 1e150};

  private Densities() {}

  /**
   * Returns the normal density.
   *
   * @param mean its mean
   * @param sd its standard deviation, &gt; 0
   * @return N(mean, sd²)
   */
  public static Density normal(double mean, double sd) {
    Parameters.location("normal", "mean", mean);
    Parameters.positive("normal", "sd", sd);
    double constant = -Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
    return new ClosedForm(
        "normal(" + mean + ", " + sd + ")",
        (anchor, offset) -> {
          double z = ((anchor - mean) + offset) / sd;
          return constant - 0.5 * z * z;
        },
        new NormalDistribution(null, mean, sd)::cumulativeProbability,
        draws -> mean + sd * draws.nextGaussian(),
        Outline.on(Interval.LINE)
            .points(mean, sd, 0)
            .points(mean, sd, GAUSSIAN)
            .points(mean, -sd, GAUSSIAN)
            .tails(Tail.gaussian(sd), Tail.gaussian(sd))
            .build());
  }

  /**
   * Returns the uniform density.
   *
   * @param lower where it begins
   * @param upper where it ends, above the lower
   * @return the density 1/(upper − lower) in between
   */
  public static Density uniform(double lower, double upper) {
    Parameters.location("uniform", "a", lower);
    Parameters.location("uniform", "b", upper);
    if (!(lower < upper)) {
      throw new IllegalArgumentException("uniform: expected a < b, got " + lower + " and " + upper);
    }
    double height = -Math.log(upper - lower);
    return new ClosedForm(
        "uniform(" + lower + ", " + upper + ")",
        (anchor, offset) ->
            (anchor - lower) + offset >= 0 && (anchor - upper) + offset <= 0
                ? height
                : Double.NEGATIVE_INFINITY,
        new UniformRealDistribution(null, lower, upper)::cumulativeProbability,
        draws -> lower + (upper - lower) * draws.nextDouble(),
        Outline.on(new Interval(lower, upper)).build());
  }

  /**
   * Returns the exponential density.
   *
   * @param mean its mean, which is also its scale, &gt; 0
   * @return exp(−x/mean)/mean for x ≥ 0
   */
  public static Density exponential(double mean) {
    Parameters.positive("exponential", "mean", mean);
    double constant = -Math.log(mean);
    return new ClosedForm(
        "exponential(" + mean + ")",
        (anchor, offset) -> {
          double x = anchor + offset;
          return x < 0 ? Double.NEGATIVE_INFINITY : constant - x / mean;
        },
        new ExponentialDistribution(null, mean)::cumulativeProbability,
        draws -> mean * draws.nextExponential(),
        Outline.on(new Interval(0, Double.POSITIVE_INFINITY))
            .points(0, mean, EXPONENTIAL)
            .tails(Tail.bounded(), Tail.exponential(mean))
            .build());
  }

  /**
   * Returns the Laplace density.
   *
   * @param mean its mean
   * @param scale its scale, &gt; 0; the standard deviation is √2 times as much
   * @return exp(−|x − mean|/scale) / (2 scale)
   */
  public static Density laplace(double mean, double scale) {
    Parameters.location("laplace", "mean", mean);
    Parameters.positive("laplace", "scale", scale);
    double constant = -Math.log(2 * scale);
    RealDistribution distribution = new LaplaceDistribution(null, mean, scale);
    return new ClosedForm(
        "laplace(" + mean + ", " + scale + ")",
        (anchor, offset) -> constant - Math.abs((anchor - mean) + offset) / scale,
        distribution::cumulativeProbability,
        draws -> mean + scale * draws.nextExponential() * (draws.nextBoolean() ? 1 : -1),
        exponentialTails(mean, scale));
  }

  /**
   * Returns the logistic density.
   *
   * @param mean its mean
   * @param scale its scale s, &gt; 0
   * @return exp(−z) / (s (1 + exp(−z))²) with z = (x − mean)/s
   */
  public static Density logistic(double mean, double scale) {
    Parameters.location("logistic", "mean", mean);
    Parameters.positive("logistic", "scale", scale);
    double constant = -Math.log(scale);
    RealDistribution distribution = new LogisticDistribution(null, mean, scale);
    return new ClosedForm(
        "logistic(" + mean + ", " + scale + ")",
        (anchor, offset) -> {
          double z = Math.abs((anchor - mean) + offset) / scale;
          return constant - z - 2 * Math.log1p(Math.exp(-z));
        },
        distribution::cumulativeProbability,
        draws -> distribution.inverseCumulativeProbability(draws.nextDouble()),
        exponentialTails(mean, scale));
  }

  private static Outline exponentialTails(double mean, double scale) {
    return Outline.on(Interval.LINE)
        .points(mean, scale, 0)
        .points(mean, scale, EXPONENTIAL)
        .points(mean, -scale, EXPONENTIAL)
        .tails(Tail.exponential(scale), Tail.exponential(scale))
        .build();
  }

  /**
   * Returns the Gumbel density of maxima.
   *
   * @param mode its mode
   * @param scale its scale β, &gt; 0
   * @return exp(−z − exp(−z))/β with z = (x − mode)/β
   */
  public static Density gumbel(double mode, double scale) {
    Parameters.location("gumbel", "mode", mode);
    Parameters.positive("gumbel", "scale", scale);
    double constant = -Math.log(scale);
    RealDistribution distribution = new GumbelDistribution(null, mode, scale);
    return new ClosedForm(
        "gumbel(" + mode + ", " + scale + ")",
        (anchor, offset) -> {
          double z = ((anchor - mode) + offset) / scale;
          return constant - z - Math.exp(-z);
        },
        distribution::cumulativeProbability,
        draws -> mode - scale * Math.log(draws.nextExponential()),
        Outline.on(Interval.LINE)
            .points(mode, scale, -7, -5, -4, -3, -2, -1, 0)
            .points(mode, scale, EXPONENTIAL)
            .tails(Tail.doubleExponential(scale), Tail.exponential(scale))
            .build());
  }

  /**
   * Returns the Cauchy density.
   *
   * @param median its centre
   * @param scale its half width at half height, &gt; 0
   * @return 1 / (π scale (1 + z²)) with z = (x − median)/scale
   */
  public static Density cauchy(double median, double scale) {
    Parameters.location("cauchy", "median", median);
    Parameters.positive("cauchy", "scale", scale);
    double constant = -Math.log(Math.PI * scale);
    return new ClosedForm(
        "cauchy(" + median + ", " + scale + ")",
        (anchor, offset) ->
            constant - LogDensities.logOnePlusSquare(((anchor - median) + offset) / scale),
        new CauchyDistribution(null, median, scale)::cumulativeProbability,
        draws -> median + scale * Math.tan(Math.PI * (draws.nextDouble() - 0.5)),
        powerTails(median, scale, 1));
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
    Parameters.positive("student", "dof", dof);
    Parameters.location("student", "mean", mean);
    Parameters.positive("student", "scale", scale);
    double width = Math.sqrt(dof) * scale;
    RealDistribution standard = new TDistribution(null, dof);
    double constant = -Beta.logBeta(0.5 * dof, 0.5) - Math.log(width);
    return new ClosedForm(
        "student(" + dof + ", " + mean + ", " + scale + ")",
        (anchor, offset) ->
            constant
                - 0.5
                    * (dof + 1)
                    * LogDensities.logOnePlusSquare(((anchor - mean) + offset) / width),
        x -> standard.cumulativeProbability((x - mean) / scale),
        draws -> {
          double chiSquared = new GammaDistribution(new RandomBridge(draws), 0.5 * dof, 2).sample();
          return mean + scale * draws.nextGaussian() / Math.sqrt(chiSquared / dof);
        },
        powerTails(mean, scale, dof));
  }

  private static Outline powerTails(double centre, double scale, double index) {
    return Outline.on(Interval.LINE)
        .points(centre, scale, 0)
        .points(centre, scale, POWER)
        .points(centre, -scale, POWER)
        .centre(centre)
        .tails(Tail.power(index), Tail.power(index))
        .massOutside(4 * Math.pow(1e150, -index))
        .roundoff(Outline.ROUNDOFF * (1 + index / 16))
        .build();
  }

  /**
   * Returns the gamma density.
   *
   * @param shape its shape k, &gt; 0; below 1 the density is infinite at 0
   * @param scale its scale θ, &gt; 0; the mean is kθ
   * @return x^(k−1) exp(−x/θ) / (Γ(k) θᵏ) for x &gt; 0
   */
  public static Density gamma(double shape, double scale) {
    return SingularDensities.gamma(shape, scale);
  }

  /**
   * Returns the beta density.
   *
   * @param a its exponent at 0, &gt; 0; below 1 the density is infinite at 0
   * @param b its exponent at 1, &gt; 0; below 1 the density is infinite at 1
   * @return x^(a−1) (1−x)^(b−1) / B(a, b) for 0 &lt; x &lt; 1
   */
  public static Density beta(double a, double b) {
    return SingularDensities.beta(a, b);
  }

  /**
   * Returns the density of exp(Z) with Z ~ N(mean, sd²).
   *
   * @param mean the mean of the logarithm
   * @param sd the standard deviation of the logarithm, &gt; 0
   * @return the log-normal density
   */
  public static Density logNormal(double mean, double sd) {
    return SingularDensities.logNormal(mean, sd);
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
