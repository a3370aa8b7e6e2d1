package com.example;

import org.gan4j.losses.CriticPenalty;
import org.gan4j.testkit.loss.CriticPenaltyContract;

class SmoothInputGradientTest extends CriticPenaltyContract {
  @Override
  protected CriticPenalty penalty() {
    return new SmoothInputGradient(3);
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
