package org.gan4j.nn.optim;

import java.util.List;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;

/** Each wrapper, ours and one as a plug-in may bring, with what it does in plain doubles. */
enum WrapperByHand {
  EMA {
    @Override
    Optimizer around(Optimizer inner, int depth) {
      return new Ema(DECAY, inner);
    }
  },
  CLIP_NORM {
    @Override
    Optimizer around(Optimizer inner, int depth) {
      return new ClipNorm(norm(depth), inner);
    }

    @Override
    void transform(double[] g, int depth, int number) {
      double squares = 0;
      for (double x : g) {
        squares += x * x;
      }
      scale(g, Math.min(1, norm(depth) / (Math.sqrt(squares) + 1e-6)));
    }
  },
  CLIP_WEIGHTS {
    @Override
    Optimizer around(Optimizer inner, int depth) {
      return new ClipWeights(limit(depth), inner);
    }

    @Override
    void project(double[] p, int depth) {
      for (int i = 0; i < p.length; i++) {
        p[i] = Math.max(-limit(depth), Math.min(limit(depth), p[i]));
      }
    }
  },
  EXTRA_GRADIENT {
    @Override
    Optimizer around(Optimizer inner, int depth) {
      return new ExtraGradient(inner);
    }
  },
  PLUG_IN {
    @Override
    Optimizer around(Optimizer inner, int depth) {
      return new PlugIn(inner);
    }

    @Override
    void transform(double[] g, int depth, int number) {
      scale(g, 1 / Math.sqrt(number));
    }

    @Override
    void project(double[] p, int depth) {
      scale(p, 0.96);
    }
  };

  static final double DECAY = 0.6;

  abstract Optimizer around(Optimizer inner, int depth);

  void transform(double[] g, int depth, int number) {}

  void project(double[] p, int depth) {}

  /** Two of one kind differ, so that their order counts. */
  private static double norm(int depth) {
    return 1.5 - 0.4 * depth;
  }

  private static double limit(int depth) {
    return 1.25 - 0.15 * depth;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  /** Fades the gradient with the number of the update, and shrinks the parameters. */
  record PlugIn(Optimizer inner) implements Wrapper {
    @Override
    public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
      return new Wrapper.Bound() {
        @Override
        public Gradients transform(Gradients gradients, long number) {
          return gradients.scaled(1 / Math.sqrt((double) number));
        }

        @Override
        public void project(long number) {
          parameters.forEach(p -> backend.assign(p.state(), backend.affine(p.value(), 0.96, 0)));
        }
      };
    }
  }
}
