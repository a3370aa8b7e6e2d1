package org.gan4j.nn.optim;

/** The recipe's rate throughout. */
public record Constant() implements Schedule {
  @Override
  public double factor(long update) {
    return 1;
  }
}
