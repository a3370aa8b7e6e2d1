package org.gan4j.nn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;

/**
 * Divides the gradient by a running root mean square, in PyTorch's form with ε outside the root: v
 * ← αv + (1 − α)g², p ← p − ηg/(√v + ε).
 *
 * @param rate the learning rate η, above 0
 * @param decay α, in [0, 1)
 * @param epsilon added to the root, above 0
 * @param schedule how the rate changes
 * @paper Tieleman and Hinton 2012, "Lecture 6.5: rmsprop", COURSERA
 */
public record RmsProp(double rate, double decay, double epsilon, Schedule schedule)
    implements Optimizer {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate η, above 0
   * @param decay α, in [0, 1)
   * @param epsilon added to the root, above 0
   * @param schedule how the rate changes
   */
  public RmsProp {
    Objects.requireNonNull(schedule, "rmsprop: expected a schedule, got null");
    if (!(rate > 0 && decay >= 0 && decay < 1 && epsilon > 0)) {
      throw new IllegalArgumentException(
          "rmsprop: expected rate > 0, decay in [0, 1), epsilon > 0, got rate "
              + rate
              + ", decay "
              + decay
              + ", epsilon "
              + epsilon);
    }
  }

  /**
   * Returns the recipe with α = 0.99, ε = 1e-8 and a constant rate, as PyTorch.
   *
   * @param rate the learning rate
   */
  public RmsProp(double rate) {
    this(rate, 0.99, 1e-8, new Constant());
  }

  @Override
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Bound(this, parameters, backend);
  }

  private static final class Bound implements Updater {
    private final RmsProp recipe;
    private final Backend backend;
    private final Map<Parameter, State> squares = new LinkedHashMap<>();
    private long updates;

    Bound(RmsProp recipe, List<Parameter> parameters, Backend backend) {
      this.recipe = recipe;
      this.backend = backend;
      parameters.forEach(p -> squares.put(p, Zeros.like(p, backend)));
    }

    @Override
    public void update(Gradients gradients) {
      updates++;
      double rate = recipe.rate * recipe.schedule.factor(updates);
      squares.forEach((parameter, v) -> move(parameter, gradients.of(parameter), v, rate));
    }

    private void move(Parameter parameter, Tensor gradient, State v, double rate) {
      Tensor square = backend.unary(UnaryOp.SQUARE, gradient);
      Tensor mean = Averages.move(backend, v, recipe.decay, square, 1 - recipe.decay);
      Tensor root = backend.affine(backend.unary(UnaryOp.SQRT, mean), 1, recipe.epsilon);
      Tensor direction = backend.binary(BinaryOp.DIVIDE, gradient, root);
      Averages.descend(backend, parameter.state(), direction, rate);
    }

    @Override
    public long updates() {
      return updates;
    }

    @Override
    public void resumeAt(long updates) {
      this.updates = updates;
    }

    @Override
    public Map<String, State> states() {
      Map<String, State> states = new LinkedHashMap<>();
      squares.forEach((parameter, v) -> states.put(parameter.name() + "/rmsprop.v", v));
      return states;
    }
  }
}
