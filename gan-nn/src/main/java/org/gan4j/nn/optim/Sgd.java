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

/**
 * Gradient descent, with momentum in PyTorch's form: v ← μv + g, p ← p − ηv.
 *
 * @param rate the learning rate η, above 0
 * @param momentum μ, in [0, 1); 0 for plain descent
 * @param schedule how the rate changes
 */
public record Sgd(double rate, double momentum, Schedule schedule) implements Optimizer {
  /**
   * Checks the ranges.
   *
   * @param rate the learning rate η, above 0
   * @param momentum μ, in [0, 1); 0 for plain descent
   * @param schedule how the rate changes
   */
  public Sgd {
    Objects.requireNonNull(schedule, "sgd: expected a schedule, got null");
    if (!(rate > 0 && momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "sgd: expected rate > 0 and momentum in [0, 1), got rate "
              + rate
              + ", momentum "
              + momentum);
    }
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
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Bound(this, parameters, backend);
  }

  private static final class Bound implements Updater {
    private final Sgd recipe;
    private final Backend backend;
    private final List<Parameter> parameters;
    private final Map<String, State> velocities = new LinkedHashMap<>();
    private long updates;

    Bound(Sgd recipe, List<Parameter> parameters, Backend backend) {
      this.recipe = recipe;
      this.backend = backend;
      this.parameters = List.copyOf(parameters);
      if (recipe.momentum > 0) {
        parameters.forEach(p -> velocities.put(key(p), Zeros.like(p, backend)));
      }
    }

    private static String key(Parameter parameter) {
      return parameter.name() + "/sgd.velocity";
    }

    @Override
    public void update(Gradients gradients) {
      updates++;
      double rate = recipe.rate * recipe.schedule.factor(updates);
      for (Parameter parameter : parameters) {
        Tensor direction = direction(parameter, gradients.of(parameter));
        Tensor step = backend.affine(direction, rate, 0);
        Tensor moved = backend.binary(BinaryOp.SUBTRACT, parameter.value(), step);
        backend.assign(parameter.state(), moved);
      }
    }

    private Tensor direction(Parameter parameter, Tensor gradient) {
      State velocity = velocities.get(key(parameter));
      if (velocity == null) {
        return gradient;
      }
      Tensor decayed = backend.affine(velocity.read(), recipe.momentum, 0);
      Tensor direction = backend.binary(BinaryOp.ADD, decayed, gradient);
      backend.assign(velocity, direction);
      return direction;
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
      return velocities;
    }
  }
}
