package org.gan4j.nn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * Looks ahead before each update: another optimizer's step leads to a point θ′, the gradient there
 * is taken, and its step is made from where the first began. Both steps move the inner optimizer's
 * moments and count in its schedule.
 *
 * <p>Both gradients are of one batch, as in the second paper, where that is what converges. Only
 * simultaneous updates look ahead together, so a trainer asks for those.
 *
 * @param inner the optimizer of both steps; an {@link Ema} belongs around this recipe, not into it
 * @paper Gidel et al. 2019, arXiv:1802.10551, Algorithm 4; Mishchenko et al. 2020, arXiv:1905.11373
 */
public record ExtraGradient(Optimizer inner) implements Optimizer {
  /**
   * Checks that there is an optimizer of another kind.
   *
   * @param inner the optimizer of both steps; an {@link Ema} belongs around this recipe, not into
   *     it
   */
  public ExtraGradient {
    Objects.requireNonNull(inner, "extra-gradient: expected an optimizer, got null");
    if (inner instanceof Ema || inner instanceof ExtraGradient) {
      throw new IllegalArgumentException(
          "extra-gradient: expected an optimizer that makes single steps, got "
              + inner.getClass().getSimpleName()
              + "; wrap it the other way round");
    }
  }

  @Override
  public Updater bind(List<Parameter> parameters, Backend backend) {
    Map<Parameter, State> starts = new LinkedHashMap<>();
    parameters.forEach(p -> starts.put(p, Zeros.like(p, backend)));
    return new Bound(starts, backend, inner.bind(parameters, backend));
  }

  private static final class Bound implements Updater {
    /** Where the parameters were before the look ahead; free between two updates. */
    private final Map<Parameter, State> starts;

    private final Backend backend;
    private final Updater inner;
    private boolean ahead;

    Bound(Map<Parameter, State> starts, Backend backend, Updater inner) {
      this.starts = starts;
      this.backend = backend;
      this.inner = inner;
    }

    @Override
    public boolean extrapolates() {
      return true;
    }

    @Override
    public void extrapolate(Gradients gradients) {
      require(!ahead, "an update after the look ahead, got a second look ahead");
      starts.forEach((parameter, start) -> backend.assign(start, parameter.value()));
      inner.update(gradients);
      ahead = true;
    }

    @Override
    public void update(Gradients gradients) {
      require(ahead, "a look ahead before the update, got none; call extrapolate first");
      starts.forEach((parameter, start) -> backend.assign(parameter.state(), start.read()));
      inner.update(gradients);
      ahead = false;
    }

    private static void require(boolean condition, String expected) {
      if (!condition) {
        throw new IllegalStateException("extra-gradient: expected " + expected);
      }
    }

    @Override
    public long updates() {
      return inner.updates() / 2;
    }

    @Override
    public void resumeAt(long updates) {
      inner.resumeAt(2 * updates);
    }

    @Override
    public Map<String, State> states() {
      return inner.states();
    }
  }
}
