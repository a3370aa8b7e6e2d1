package org.gan4j.nn.optim;

import java.util.List;

/** Descends ½ Σ aᵢpᵢ² in plain doubles, by a rule inside wrappers, the outermost first. */
final class ByHand {
  static final int SIZE = 3;
  static final double[] CURVATURES = {0.5, 1, 2};
  static final double[] START = {1.5, -1.2, 0.8};

  private final List<WrapperByHand> wrappers;
  private final RuleByHand.Steps rule;
  private final double[] average = START.clone();
  private double[] p = START.clone();

  ByHand(List<WrapperByHand> wrappers, RuleByHand rule) {
    this.wrappers = wrappers;
    this.rule = rule.steps().get();
  }

  /** {@return where the look-ahead leads, or the start if there is none} */
  double[] update(int number) {
    double[] start = p.clone();
    double[] gradient = gradient();
    int step = number;
    if (wrappers.contains(WrapperByHand.EXTRA_GRADIENT)) {
      step(gradient, number, 2 * number - 1);
      gradient = gradient();
      step = 2 * number;
    }
    double[] ahead = p;
    p = start;
    step(gradient, number, step);
    for (int i = 0; i < SIZE; i++) {
      average[i] = WrapperByHand.DECAY * average[i] + (1 - WrapperByHand.DECAY) * p[i];
    }
    return ahead;
  }

  private double[] gradient() {
    double[] gradient = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      gradient[i] = CURVATURES[i] * p[i];
    }
    return gradient;
  }

  private void step(double[] gradient, int number, int step) {
    for (int depth = 0; depth < wrappers.size(); depth++) {
      wrappers.get(depth).transform(gradient, depth, number);
    }
    rule.step(p, gradient, step);
    for (int depth = wrappers.size() - 1; depth >= 0; depth--) {
      wrappers.get(depth).project(p, depth);
    }
  }

  double[] parameters() {
    return p.clone();
  }

  double[] average() {
    return average.clone();
  }
}
