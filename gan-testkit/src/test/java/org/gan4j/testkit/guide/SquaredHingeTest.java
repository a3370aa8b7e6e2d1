package org.gan4j.testkit.guide;

import org.gan4j.losses.GanLoss;
import org.gan4j.testkit.loss.GanLossContract;

class SquaredHingeTest extends GanLossContract {
  @Override
  protected GanLoss loss() {
    return new SquaredHinge();
  }
}
