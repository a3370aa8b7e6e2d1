package com.example;

import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.testkit.layer.LayerContract;

class ResidualBlockTest extends LayerContract {
  @Override
  protected LayerSpec spec() {
    return new ResidualBlock(new Dense(3, Activation.TANH));
  }
}
