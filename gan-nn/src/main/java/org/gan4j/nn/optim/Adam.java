package org.gan4j.nn.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * Adam, in PyTorch's form (ε outside the root, after bias correction), fused into one pass.
 *
 * @param rate the learning rate, above 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root, above 0
 * @param schedule how the rate changes
 * @paper Kingma and Ba 2015, arXiv:1412.6980, Algorithm 1
 */
public record Adam(double rate, double beta1, double beta2, double epsilon, Schedule schedule)
    implements Optimizer {
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
    Objects.requireNonNull(schedule, "adam: expected a schedule, got null");
    Ranges.adam("adam", rate, beta1, beta2, epsilon);
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
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Bound(this, parameters, backend);
  }

  private static final class Bound implements Updater {
    private record Slot(Parameter parameter, State m, State v) {}

    private final Adam recipe;
    private final Backend backend;
    private final List<Slot> slots = new ArrayList<>();
    private long updates;

    Bound(Adam recipe, List<Parameter> parameters, Backend backend) {
      this.recipe = recipe;
      this.backend = backend;
      for (Parameter parameter : parameters) {
        slots.add(
            new Slot(parameter, Zeros.like(parameter, backend), Zeros.like(parameter, backend)));
      }
    }

    @Override
    public void update(Gradients gradients) {
      updates++;
      AdamStep step =
          new AdamStep(
              recipe.rate * recipe.schedule.factor(updates),
              recipe.beta1,
              recipe.beta2,
              recipe.epsilon,
              updates);
      for (Slot slot : slots) {
        backend.adam(
            slot.parameter().state(), gradients.of(slot.parameter()), slot.m(), slot.v(), step);
      }
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
      for (Slot slot : slots) {
        states.put(slot.parameter().name() + "/adam.m", slot.m());
        states.put(slot.parameter().name() + "/adam.v", slot.v());
      }
      return states;
    }
  }
}
