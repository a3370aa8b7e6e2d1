package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.recipe.RecipeName;

/**
 * {@link Adam} with decoupled weight decay in PyTorch's form: p ← (1 − ηλ)p for all parameters,
 * biases included, then Adam's step.
 *
 * @param rate the learning rate η, above 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root, above 0
 * @param weightDecay λ, at least 0
 * @param schedule how the rate, and with it the decay, changes
 * @paper Loshchilov and Hutter 2019, arXiv:1711.05101, Algorithm 2
 */
@RecipeName("adamw")
public record AdamW(
    double rate, double beta1, double beta2, double epsilon, double weightDecay, Schedule schedule)
    implements UpdateRule {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate η, above 0
   * @param beta1 decay of the first moment, in [0, 1)
   * @param beta2 decay of the second moment, in [0, 1)
   * @param epsilon added to the root, above 0
   * @param weightDecay λ, at least 0
   * @param schedule how the rate, and with it the decay, changes
   */
  public AdamW {
    AdamRanges.check("adamw", rate, beta1, beta2, epsilon, schedule);
    Expect.nonNegative("adamw", "a finite weightDecay", weightDecay);
  }

  /**
   * Returns the recipe with ε = 1e-8 and a constant rate.
   *
   * @param rate the learning rate
   * @param beta1 decay of the first moment
   * @param beta2 decay of the second moment
   * @param weightDecay λ
   */
  public AdamW(double rate, double beta1, double beta2, double weightDecay) {
    this(rate, beta1, beta2, 1e-8, weightDecay, new Constant());
  }

  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    UpdateRule adam = new Adam(rate, beta1, beta2, epsilon, schedule);
    return new Bound(this, parameters, backend, adam.bind(parameters, backend));
  }

  private record Bound(
      AdamW recipe, List<Parameter> parameters, Backend backend, UpdateRule.Bound adam)
      implements UpdateRule.Bound {
    @Override
    public void step(Gradients gradients, Progress progress) {
      double rate = recipe.rate * recipe.schedule.factor(progress);
      double kept = 1 - rate * recipe.weightDecay;
      for (Parameter parameter : parameters) {
        backend.assign(parameter.state(), backend.affine(parameter.value(), kept, 0));
      }
      adam.step(gradients, progress);
    }

    @Override
    public Map<String, State> states() {
      return adam.states();
    }
  }
}
