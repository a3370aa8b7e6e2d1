package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * Scales a player's gradient down where its norm over all parameters exceeds a limit, by limit /
 * (norm + 1e-6) as PyTorch, before another optimizer takes it.
 *
 * @param norm the limit, above 0
 * @param inner the optimizer
 * @paper Pascanu et al. 2013, arXiv:1211.5063, Algorithm 1
 */
public record ClipNorm(double norm, Optimizer inner) implements Optimizer {
  private static final double EPSILON = 1e-6;

  /**
   * Checks the limit.
   *
   * @param norm the limit, above 0
   * @param inner the optimizer
   */
  public ClipNorm {
    Objects.requireNonNull(inner, "clip norm: expected an optimizer, got null");
    if (!(norm > 0)) {
      throw new IllegalArgumentException("clip norm: expected a norm > 0, got " + norm);
    }
  }

  @Override
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Bound(norm, List.copyOf(parameters), backend, inner.bind(parameters, backend));
  }

  private record Bound(double norm, List<Parameter> parameters, Backend backend, Updater inner)
      implements Updater {
    @Override
    public void update(Gradients gradients) {
      inner.update(clipped(gradients));
    }

    @Override
    public boolean extrapolates() {
      return inner.extrapolates();
    }

    @Override
    public void extrapolate(Gradients gradients) {
      inner.extrapolate(clipped(gradients));
    }

    private Gradients clipped(Gradients gradients) {
      double squares = 0;
      for (Parameter parameter : parameters) {
        squares += backend.sumOfSquares(gradients.of(parameter));
      }
      double factor = norm / (Math.sqrt(squares) + EPSILON);
      return factor < 1 ? gradients.scaled(factor) : gradients;
    }

    @Override
    public long updates() {
      return inner.updates();
    }

    @Override
    public void resumeAt(long updates) {
      inner.resumeAt(updates);
    }

    @Override
    public Map<String, State> states() {
      return inner.states();
    }

    @Override
    public Map<Parameter, State> averages() {
      return inner.averages();
    }
  }
}
