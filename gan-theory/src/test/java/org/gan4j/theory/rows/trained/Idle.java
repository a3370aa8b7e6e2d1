package org.gan4j.theory.rows.trained;

import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Updater;

/** An optimizer that counts updates and makes none. */
record Idle() implements Optimizer {
  @Override
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Updater() {
      private long updates;

      @Override
      public void update(Gradients gradients) {
        updates++;
      }

      @Override
      public long updates() {
        return updates;
      }

      @Override
      public void resumeAt(long count) {
        updates = count;
      }

      @Override
      public Map<String, State> states() {
        return Map.of();
      }
    };
  }
}
