package com.example;

import org.gan4j.losses.GanLoss;
import org.gan4j.testkit.loss.GanLossContract;

class MyLossTest extends GanLossContract {
  @Override
  protected GanLoss loss() {
    return new MyLoss();
  }
}
