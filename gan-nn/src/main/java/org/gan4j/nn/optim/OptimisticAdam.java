package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;

/**
 * Optimistic Adam: p ← p − 2ηu + ηu′, where u = m̂/(√v̂ + ε) is Adam's direction and u′ the one of
 * the step before. It converges in games where the players would circle each other. u′ starts at 0,
 * so the first step is twice Adam's.
 *
 * @param rate the learning rate η, above 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root, above 0
 * @param schedule how the rate changes
 * @paper Daskalakis et al. 2018, arXiv:1711.00141, Algorithm 1
 */
public record OptimisticAdam(
    double rate, double beta1, double beta2, double epsilon, Schedule schedule)
    implements UpdateRule {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate η, above 0
   * @param beta1 decay of the first moment, in [0, 1)
   * @param beta2 decay of the second moment, in [0, 1)
   * @param epsilon added to the root, above 0
   * @param schedule how the rate changes
   */
  public OptimisticAdam {
    AdamRanges.check("optimistic adam", rate, beta1, beta2, epsilon, schedule);
  }

  /**
   * Returns the recipe with ε = 1e-8 and a constant rate.
   *
   * @param rate the learning rate
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   */
  public OptimisticAdam(double rate, double beta1, double beta2) {
    this(rate, beta1, beta2, 1e-8, new Constant());
  }

  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    return new Bound(
        this,
        backend,
        new Slots("optimistic.m", parameters, backend),
        new Slots("optimistic.v", parameters, backend),
        new Slots("optimistic.last", parameters, backend));
  }

  private record Bound(OptimisticAdam recipe, Backend backend, Slots m, Slots v, Slots last)
      implements UpdateRule.Bound {
    @Override
    public void step(Gradients gradients, Progress progress) {
      double rate = recipe.rate * recipe.schedule.factor(progress);
      last.forEach(
          (parameter, previous) -> {
            Tensor direction = direction(parameter, gradients.of(parameter), progress.step());
            StateMath.descend(backend, parameter.state(), direction, 2 * rate);
            StateMath.descend(backend, parameter.state(), previous.read(), -rate);
            backend.assign(previous, direction);
          });
    }

    private Tensor direction(Parameter parameter, Tensor gradient, long number) {
      double beta1 = recipe.beta1;
      double beta2 = recipe.beta2;
      Tensor square = backend.unary(UnaryOp.SQUARE, gradient);
      Tensor mean = StateMath.average(backend, m.of(parameter), beta1, gradient);
      Tensor meanSquare = StateMath.average(backend, v.of(parameter), beta2, square);
      double rootCorrection = Math.sqrt(1 - Math.pow(beta2, (double) number));
      Tensor root =
          backend.affine(
              backend.unary(UnaryOp.SQRT, meanSquare), 1 / rootCorrection, recipe.epsilon);
      Tensor corrected = backend.affine(mean, 1 / (1 - Math.pow(beta1, (double) number)), 0);
      return backend.binary(BinaryOp.DIVIDE, corrected, root);
    }

    @Override
    public Map<String, State> states() {
      return Slots.named(m, v, last);
    }
  }
}
