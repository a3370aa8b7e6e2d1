package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * Adam in PyTorch's form, with ε added to the root of the bias-corrected second moment. One fused
 * pass over each parameter.
 *
 * @param rate the learning rate, above 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root, above 0
 * @param schedule how the rate changes
 * @paper Kingma and Ba 2015, arXiv:1412.6980, Algorithm 1
 */
public record Adam(double rate, double beta1, double beta2, double epsilon, Schedule schedule)
    implements UpdateRule {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate, above 0
   * @param beta1 decay of the first moment, in [0, 1)
   * @param beta2 decay of the second moment, in [0, 1)
   * @param epsilon added to the root, above 0
   * @param schedule how the rate changes
   */
  public Adam {
    AdamRanges.check("adam", rate, beta1, beta2, epsilon, schedule);
  }

  /**
   * Returns the recipe with ε = 1e-8 and a constant rate.
   *
   * @param rate the learning rate
   * @param beta1 decay of the first moment; 0.5 is common for GANs
   * @param beta2 decay of the second moment
   */
  public Adam(double rate, double beta1, double beta2) {
    this(rate, beta1, beta2, 1e-8, new Constant());
  }

  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    Slots m = new Slots("adam.m", parameters, backend);
    Slots v = new Slots("adam.v", parameters, backend);
    return new Bound(this, backend, m, v);
  }

  private record Bound(Adam recipe, Backend backend, Slots m, Slots v) implements UpdateRule.Bound {
    @Override
    public void step(Gradients gradients, Progress progress) {
      double rate = recipe.rate * recipe.schedule.factor(progress);
      AdamStep step =
          new AdamStep(rate, recipe.beta1, recipe.beta2, recipe.epsilon, progress.step());
      m.forEach(
          (parameter, first) ->
              backend.adam(
                  parameter.state(), gradients.of(parameter), first, v.of(parameter), step));
    }

    @Override
    public Map<String, State> states() {
      return Slots.named(m, v);
    }
  }
}
