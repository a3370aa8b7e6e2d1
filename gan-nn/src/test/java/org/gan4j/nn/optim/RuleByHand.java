package org.gan4j.nn.optim;

import java.util.List;
import java.util.function.Supplier;

/** Each update rule in plain doubles, with a rate that fades. */
record RuleByHand(UpdateRule recipe, Supplier<Steps> steps) {
  private static final Schedule FADING = new Linear(Span.updates(9), 0.1);
  private static final double EPSILON = 1e-8;

  static List<RuleByHand> all() {
    return List.of(
        new RuleByHand(new Sgd(0.2, 0.5, FADING), Momentum::new),
        new RuleByHand(new RmsProp(0.1, 0.8, 1e-8, FADING), RootMeanSquare::new),
        new RuleByHand(new Adam(0.1, 0.5, 0.8, 1e-8, FADING), () -> new Moments(0, false)),
        new RuleByHand(new AdamW(0.1, 0.5, 0.8, 1e-8, 0.3, FADING), () -> new Moments(0.3, false)),
        new RuleByHand(
            new OptimisticAdam(0.1, 0.5, 0.8, 1e-8, FADING), () -> new Moments(0, true)));
  }

  /** Moves p by the gradient g, in place. */
  interface Steps {
    void step(double[] p, double[] g, int number);
  }

  /** Fades as {@link #FADING} does. */
  private static double rate(double full, int number) {
    return full * (1 - 0.9 * Math.min(1, (number - 1) / 9.0));
  }

  private static final class Momentum implements Steps {
    private final double[] v = new double[ByHand.SIZE];

    @Override
    public void step(double[] p, double[] g, int number) {
      for (int i = 0; i < p.length; i++) {
        v[i] = 0.5 * v[i] + g[i];
        p[i] -= rate(0.2, number) * v[i];
      }
    }
  }

  private static final class RootMeanSquare implements Steps {
    private final double[] v = new double[ByHand.SIZE];

    @Override
    public void step(double[] p, double[] g, int number) {
      for (int i = 0; i < p.length; i++) {
        v[i] = 0.8 * v[i] + 0.2 * g[i] * g[i];
        p[i] -= rate(0.1, number) * g[i] / (Math.sqrt(v[i]) + EPSILON);
      }
    }
  }

  private static final class Moments implements Steps {
    private final double[] m = new double[ByHand.SIZE];
    private final double[] v = new double[ByHand.SIZE];
    private final double[] last = new double[ByHand.SIZE];
    private final double decay;
    private final boolean optimistic;

    Moments(double decay, boolean optimistic) {
      this.decay = decay;
      this.optimistic = optimistic;
    }

    @Override
    public void step(double[] p, double[] g, int number) {
      double rate = rate(0.1, number);
      for (int i = 0; i < p.length; i++) {
        m[i] = 0.5 * m[i] + 0.5 * g[i];
        v[i] = 0.8 * v[i] + 0.2 * g[i] * g[i];
        double mean = m[i] / (1 - Math.pow(0.5, number));
        double square = v[i] / (1 - Math.pow(0.8, number));
        double u = mean / (Math.sqrt(square) + EPSILON);
        p[i] -= rate * decay * p[i];
        p[i] -= optimistic ? rate * (2 * u - last[i]) : rate * u;
        last[i] = u;
      }
    }
  }
}
