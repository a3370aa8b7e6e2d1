package org.gan4j.theory.rows.trained;

import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.nn.optim.Progress;
import org.gan4j.nn.optim.UpdateRule;

/** An optimizer that does not change anything. */
record Idle() implements UpdateRule {
  @Override
  public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
    return new UpdateRule.Bound() {
      @Override
      public void step(Gradients gradients, Progress progress) {}

      @Override
      public Map<String, State> states() {
        return Map.of();
      }
    };
  }
}
