package org.gan4j.nn.optim;

/** A constant learning rate. */
public record Constant() implements Schedule {
  @Override
  public double factor(Progress progress) {
    return 1;
  }
}
