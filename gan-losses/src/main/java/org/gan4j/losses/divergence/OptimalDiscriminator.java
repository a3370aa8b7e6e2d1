package org.gan4j.losses.divergence;

/**
 * The discriminator that is best against a fixed generator, D*(x) = p(x) / (p(x) + q(x)).
 *
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Proposition 1, equation 2
 */
public final class OptimalDiscriminator {
  private final Density p;
  private final Density q;

  private OptimalDiscriminator(Density p, Density q) {
    this.p = p;
    this.q = q;
  }

  /**
   * Returns the optimal discriminator between two densities.
   *
   * @param p the data's density
   * @param q the generator's density
   * @return D*
   */
  public static OptimalDiscriminator of(Density p, Density q) {
    return new OptimalDiscriminator(p, q);
  }

  /**
   * Returns the probability that x is real.
   *
   * @param x the point
   * @return D*(x); ½ where both densities vanish, as there any value is optimal
   */
  public double probability(double x) {
    return 1 / (1 + Math.exp(-logit(x)));
  }

  /**
   * Returns log p(x) − log q(x), in nats, which stays exact where D* rounds to 0 or 1.
   *
   * @param x the point
   * @return the logit of D*(x); infinite where one density vanishes, 0 where both do
   */
  public double logit(double x) {
    return logit(Point.at(x));
  }

  /**
   * Returns the logit at a point.
   *
   * @param x the point
   * @return the logit of D* there
   */
  public double logit(Point x) {
    double logP = p.logLocalDensity(x);
    double logQ = q.logLocalDensity(x);
    return logP == logQ ? 0 : logP - logQ;
  }
}
