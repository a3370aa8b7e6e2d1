package com.example;

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
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Progress;
import org.gan4j.nn.optim.Schedule;
import org.gan4j.nn.optim.UpdateRule;

/**
 * p ← p − rate · sign(gradient).
 *
 * @param rate the length of each step, above 0
 * @param schedule how the rate changes
 */
public record SignDescent(double rate, Schedule schedule) implements UpdateRule {
  /** Checks the range. */
  public SignDescent {
    Objects.requireNonNull(schedule, "sign descent: expected a schedule, got null");
    if (!(rate > 0)) {
      throw new IllegalArgumentException("sign descent: expected a rate above 0, got " + rate);
    }
  }

  /** Steps of 1e-3. */
  public SignDescent() {
    this(1e-3, new Constant());
  }

  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    return new Descent(this, List.copyOf(parameters), backend);
  }

  private record Descent(SignDescent recipe, List<Parameter> parameters, Backend backend)
      implements UpdateRule.Bound {
    @Override
    public void step(Gradients gradients, Progress progress) {
      double rate = recipe.rate * recipe.schedule.factor(progress);
      for (Parameter parameter : parameters) {
        Tensor sign = backend.unary(UnaryOp.SIGN, gradients.of(parameter));
        Tensor step = backend.affine(sign, rate, 0);
        backend.assign(
            parameter.state(), backend.binary(BinaryOp.SUBTRACT, parameter.value(), step));
      }
    }

    @Override
    public Map<String, State> states() {
      return Map.of();
    }
  }
}
