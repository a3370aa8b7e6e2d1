package com.example;

import org.gan4j.losses.GanLoss;
import org.gan4j.testkit.loss.GanLossContract;

class ExponentialLossTest extends GanLossContract {
  @Override
  protected GanLoss loss() {
    return new ExponentialLoss();
  }

  /** exp(80) still fits into FLOAT32. */
  @Override
  protected double largestLogit() {
    return 80;
  }
}
