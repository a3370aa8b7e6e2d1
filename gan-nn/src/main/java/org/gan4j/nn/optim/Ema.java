package org.gan4j.nn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * Keeps an exponential moving average of the parameters that another optimizer updates. It starts
 * at the initial parameters, and after each update average ← decay · average + (1 − decay) ·
 * parameter. Training does not see the average; if the generator's optimizer keeps one, samples are
 * drawn with it.
 *
 * @param decay in [0, 1); 0.999 is common
 * @param inner the optimizer
 * @paper Yazıcı et al. 2019, arXiv:1806.04498
 */
public record Ema(double decay, Optimizer inner) implements Wrapper {
  /**
   * Checks the range.
   *
   * @param decay in [0, 1); 0.999 is common
   * @param inner the optimizer
   */
  public Ema {
    Expect.nonNull("ema", "an optimizer", inner);
    Expect.inRange("ema", "a decay", decay, 0, 1, Expect.Bounds.CLOSED_OPEN);
    if (inner.keepsAverages()) {
      throw Expect.failure(
          "ema",
          "an optimizer that keeps no averages yet",
          Nesting.of(inner),
          "keep only one average, anywhere in the nesting");
    }
  }

  @Override
  public boolean keepsAverages() {
    return true;
  }

  @Override
  public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
    Map<Parameter, State> averages = new LinkedHashMap<>();
    for (Parameter p : parameters) {
      averages.put(p, backend.state(p.shape(), p.dtype(), p.value().toDoubles()));
    }
    return new Bound(decay, backend, averages);
  }

  private record Bound(double decay, Backend backend, Map<Parameter, State> averages)
      implements Wrapper.Bound {
    @Override
    public void average(long number) {
      averages.forEach(
          (parameter, average) -> StateMath.average(backend, average, decay, parameter.value()));
    }
  }
}
