package com.example;

import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.testkit.optim.OptimizerContract;

class SignDescentTest extends OptimizerContract {
  @Override
  protected Optimizer optimizer() {
    return new SignDescent(0.01, new Constant());
  }
}
