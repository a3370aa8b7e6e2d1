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
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.recipe.RecipeName;

/**
 * Divides the gradient by its running root mean square, in PyTorch's form with ε outside the root:
 * v ← αv + (1 − α)g², p ← p − ηg/(√v + ε).
 *
 * @param rate the learning rate η, above 0
 * @param decay α, in [0, 1)
 * @param epsilon added to the root, above 0
 * @param schedule how the rate changes
 * @paper Tieleman and Hinton 2012, "Lecture 6.5: rmsprop", COURSERA
 */
@RecipeName("rmsprop")
public record RmsProp(double rate, double decay, double epsilon, Schedule schedule)
    implements UpdateRule {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate η, above 0
   * @param decay α, in [0, 1)
   * @param epsilon added to the root, above 0
   * @param schedule how the rate changes
   */
  public RmsProp {
    Expect.positive("rmsprop", "a finite rate", rate);
    Expect.inRange("rmsprop", "a decay", decay, 0, 1, Expect.Bounds.CLOSED_OPEN);
    Expect.positive("rmsprop", "a finite epsilon", epsilon);
    Expect.nonNull("rmsprop", "a schedule", schedule);
  }

  /**
   * Returns the recipe with α = 0.99, ε = 1e-8 and a constant rate, as in PyTorch.
   *
   * @param rate the learning rate
   */
  public RmsProp(double rate) {
    this(rate, 0.99, 1e-8, new Constant());
  }

  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    return new Bound(this, backend, new Slots("rmsprop.v", parameters, backend));
  }

  private record Bound(RmsProp recipe, Backend backend, Slots v) implements UpdateRule.Bound {
    @Override
    public void step(Gradients gradients, Progress progress) {
      double rate = recipe.rate * recipe.schedule.factor(progress);
      v.forEach((parameter, mean) -> move(parameter, gradients.of(parameter), mean, rate));
    }

    private void move(Parameter parameter, Tensor gradient, State v, double rate) {
      Tensor square = backend.unary(UnaryOp.SQUARE, gradient);
      Tensor mean = StateMath.average(backend, v, recipe.decay, square);
      Tensor root = backend.affine(backend.unary(UnaryOp.SQRT, mean), 1, recipe.epsilon);
      Tensor direction = backend.binary(BinaryOp.DIVIDE, gradient, root);
      StateMath.descend(backend, parameter.state(), direction, rate);
    }

    @Override
    public Map<String, State> states() {
      return Slots.named(v);
    }
  }
}
