package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;

/**
 * Gradient descent with momentum, in PyTorch's form: v ← μv + g, p ← p − ηv.
 *
 * @param rate the learning rate η, above 0
 * @param momentum μ, in [0, 1); 0 for plain descent
 * @param schedule how the rate changes
 */
public record Sgd(double rate, double momentum, Schedule schedule) implements UpdateRule {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate η, above 0
   * @param momentum μ, in [0, 1); 0 for plain descent
   * @param schedule how the rate changes
   */
  public Sgd {
    Expect.positive("sgd", "a finite rate", rate);
    Expect.inRange("sgd", "a momentum", momentum, 0, 1, Expect.Bounds.CLOSED_OPEN);
    Expect.nonNull("sgd", "a schedule", schedule);
  }

  /**
   * Returns plain gradient descent.
   *
   * @param rate the learning rate
   */
  public Sgd(double rate) {
    this(rate, 0, new Constant());
  }

  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    List<Parameter> heavy = momentum > 0 ? parameters : List.of();
    Slots velocities = new Slots("sgd.velocity", heavy, backend);
    return new Bound(this, parameters, backend, velocities);
  }

  private record Bound(Sgd recipe, List<Parameter> parameters, Backend backend, Slots velocities)
      implements UpdateRule.Bound {
    @Override
    public void step(Gradients gradients, Progress progress) {
      double rate = recipe.rate * recipe.schedule.factor(progress);
      for (Parameter parameter : parameters) {
        Tensor direction = direction(parameter, gradients.of(parameter));
        StateMath.descend(backend, parameter.state(), direction, rate);
      }
    }

    private Tensor direction(Parameter parameter, Tensor gradient) {
      if (recipe.momentum == 0) {
        return gradient;
      }
      State velocity = velocities.of(parameter);
      Tensor decayed = backend.affine(velocity.read(), recipe.momentum, 0);
      Tensor direction = backend.binary(BinaryOp.ADD, decayed, gradient);
      backend.assign(velocity, direction);
      return direction;
    }

    @Override
    public Map<String, State> states() {
      return Slots.named(velocities);
    }
  }
}
