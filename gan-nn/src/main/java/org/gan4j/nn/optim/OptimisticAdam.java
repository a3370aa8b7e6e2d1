package org.gan4j.nn.optim;

import java.util.ArrayList;
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
 * Adam with optimism: twice the newest direction minus the one before, p ← p − 2ηu + ηu′ where u =
 * m̂/(√v̂ + ε), so that games whose players circle each other converge. Before the first update u′
 * is 0, so the first step is twice Adam's.
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
    implements Optimizer {
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
    Objects.requireNonNull(schedule, "optimistic adam: expected a schedule, got null");
    Ranges.adam("optimistic adam", rate, beta1, beta2, epsilon);
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
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Bound(this, parameters, backend);
  }

  private static final class Bound implements Updater {
    private record Slot(Parameter parameter, State m, State v, State last) {}

    private final OptimisticAdam recipe;
    private final Backend backend;
    private final List<Slot> slots = new ArrayList<>();
    private long updates;

    Bound(OptimisticAdam recipe, List<Parameter> parameters, Backend backend) {
      this.recipe = recipe;
      this.backend = backend;
      for (Parameter p : parameters) {
        slots.add(
            new Slot(p, Zeros.like(p, backend), Zeros.like(p, backend), Zeros.like(p, backend)));
      }
    }

    @Override
    public void update(Gradients gradients) {
      updates++;
      double rate = recipe.rate * recipe.schedule.factor(updates);
      for (Slot slot : slots) {
        Tensor direction = direction(slot, gradients.of(slot.parameter()));
        State state = slot.parameter().state();
        Averages.descend(backend, state, direction, 2 * rate);
        Averages.descend(backend, state, slot.last().read(), -rate);
        backend.assign(slot.last(), direction);
      }
    }

    private Tensor direction(Slot slot, Tensor gradient) {
      double beta1 = recipe.beta1;
      double beta2 = recipe.beta2;
      Tensor square = backend.unary(UnaryOp.SQUARE, gradient);
      Tensor m = Averages.move(backend, slot.m(), beta1, gradient, 1 - beta1);
      Tensor v = Averages.move(backend, slot.v(), beta2, square, 1 - beta2);
      double rootCorrection = Math.sqrt(1 - Math.pow(beta2, (double) updates));
      Tensor root =
          backend.affine(backend.unary(UnaryOp.SQRT, v), 1 / rootCorrection, recipe.epsilon);
      Tensor corrected = backend.affine(m, 1 / (1 - Math.pow(beta1, (double) updates)), 0);
      return backend.binary(BinaryOp.DIVIDE, corrected, root);
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
        String name = slot.parameter().name() + "/optimistic.";
        states.put(name + "m", slot.m());
        states.put(name + "v", slot.v());
        states.put(name + "last", slot.last());
      }
      return states;
    }
  }
}
