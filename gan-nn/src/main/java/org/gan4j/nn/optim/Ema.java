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
 * Keeps an exponential moving average of the parameters beside another optimizer's updates: after
 * each, average ← decay · average + (1 − decay) · parameter, from the initial parameters on. The
 * average takes no part in training; around the generator's optimizer, samples are drawn with it.
 *
 * @param decay in [0, 1); 0.999 is common
 * @param inner the optimizer
 * @paper Yazıcı et al. 2019, arXiv:1806.04498
 */
public record Ema(double decay, Optimizer inner) implements Optimizer {
  /**
   * Checks the range.
   *
   * @param decay in [0, 1); 0.999 is common
   * @param inner the optimizer
   */
  public Ema {
    Objects.requireNonNull(inner, "ema: expected an optimizer, got null");
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException("ema: expected a decay in [0, 1), got " + decay);
    }
  }

  /**
   * Returns the name under which a parameter's average is kept.
   *
   * @param parameter the parameter's name
   * @return the average's name
   */
  public static String nameFor(String parameter) {
    return parameter + "/ema";
  }

  @Override
  public Updater bind(List<Parameter> parameters, Backend backend) {
    Map<Parameter, State> averages = new LinkedHashMap<>();
    for (Parameter p : parameters) {
      averages.put(p, backend.state(p.shape(), p.dtype(), p.value().toDoubles()));
    }
    return new Bound(decay, averages, backend, inner.bind(parameters, backend));
  }

  private record Bound(double decay, Map<Parameter, State> averages, Backend backend, Updater inner)
      implements Updater {
    @Override
    public void update(Gradients gradients) {
      inner.update(gradients);
      averages.forEach(
          (parameter, average) ->
              Averages.move(backend, average, decay, parameter.value(), 1 - decay));
    }

    @Override
    public boolean extrapolates() {
      return inner.extrapolates();
    }

    @Override
    public void extrapolate(Gradients gradients) {
      inner.extrapolate(gradients);
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
      Map<String, State> states = new LinkedHashMap<>(inner.states());
      averages.forEach((parameter, average) -> states.put(nameFor(parameter.name()), average));
      return states;
    }
  }
}
