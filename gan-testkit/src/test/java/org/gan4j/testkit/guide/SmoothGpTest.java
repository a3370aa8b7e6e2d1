package org.gan4j.testkit.guide;

import org.gan4j.losses.CriticPenalty;
import org.gan4j.testkit.loss.CriticPenaltyContract;

class SmoothGpTest extends CriticPenaltyContract {
  @Override
  protected CriticPenalty penalty() {
    return new SmoothGp(3);
  }

  @Override
  protected double atGradientNorm(double norm) {
    return 3 * Math.log1p(Math.exp(2 * norm));
  }

  @Override
  protected Place place() {
    return Place.REAL;
  }
}
