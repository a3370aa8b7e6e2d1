package org.gan4j.losses.divergence;

import java.util.Locale;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.GumbelDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;

/** commons-math3's distributions, told apart by their classes. */
final class CommonsMath {
  private CommonsMath() {}

  static Density density(RealDistribution distribution) {
    if (distribution instanceof NormalDistribution d) {
      return Densities.normal(d.getMean(), d.getStandardDeviation());
    }
    if (distribution instanceof UniformRealDistribution d) {
      return Densities.uniform(d.getSupportLowerBound(), d.getSupportUpperBound());
    }
    if (distribution instanceof CauchyDistribution d) {
      return Densities.cauchy(d.getMedian(), d.getScale());
    }
    if (distribution instanceof TDistribution d) {
      return Densities.student(d.getDegreesOfFreedom());
    }
    if (distribution instanceof BetaDistribution d) {
      return Densities.beta(d.getAlpha(), d.getBeta());
    }
    return exponentialTail(distribution);
  }

  private static Density exponentialTail(RealDistribution distribution) {
    if (distribution instanceof ExponentialDistribution d) {
      return Densities.exponential(d.getMean());
    }
    if (distribution instanceof LaplaceDistribution d) {
      return Densities.laplace(d.getLocation(), d.getScale());
    }
    if (distribution instanceof LogisticDistribution d) {
      return Densities.logistic(d.getLocation(), d.getScale());
    }
    if (distribution instanceof GumbelDistribution d) {
      return Densities.gumbel(d.getLocation(), d.getScale());
    }
    if (distribution instanceof GammaDistribution d) {
      return Densities.gamma(d.getShape(), d.getScale());
    }
    if (distribution instanceof ChiSquaredDistribution d) {
      return Densities.gamma(0.5 * d.getDegreesOfFreedom(), 2);
    }
    if (distribution instanceof LogNormalDistribution d) {
      return Densities.logNormal(d.getScale(), d.getShape());
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "density: expected a distribution whose tails are known, got %s; implement Density for it",
            distribution.getClass().getSimpleName()));
  }
}
