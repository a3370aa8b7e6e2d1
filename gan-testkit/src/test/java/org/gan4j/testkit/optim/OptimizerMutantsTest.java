package org.gan4j.testkit.optim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Progress;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.UpdateRule;
import org.gan4j.nn.optim.Wrapper;
import org.junit.jupiter.api.Test;

/** Wrong optimizers, which the contract rejects. */
class OptimizerMutantsTest {
  private static OptimizerContract contract(Optimizer optimizer) {
    return new OptimizerContract() {
      @Override
      protected Optimizer optimizer() {
        return optimizer;
      }
    };
  }

  /** Adam with its own count of updates or with the given one. */
  private record CountingAdam(boolean itsOwn) implements UpdateRule {
    @Override
    public UpdateRule.Bound bind(List<Parameter> parameters, Backend backend) {
      UpdateRule.Bound adam = new Adam(0.05, 0.5, 0.99).bind(parameters, backend);
      AtomicLong count = new AtomicLong();
      return new UpdateRule.Bound() {
        @Override
        public void step(Gradients gradients, Progress progress) {
          long step = itsOwn ? count.incrementAndGet() : progress.step();
          adam.step(gradients, new Progress(step, progress.steps()));
        }

        @Override
        public Map<String, State> states() {
          return adam.states();
        }
      };
    }
  }

  @Test
  void aRuleThatCountsByItselfCannotResume() {
    assertThatCode(() -> contract(new CountingAdam(false)).resumesBitForBit("reference"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> contract(new CountingAdam(true)).resumesBitForBit("reference"))
        .isInstanceOf(AssertionError.class);
  }

  /** Shrinks the parameters, in the right phase or in another. */
  private record Shrinking(Optimizer inner, boolean late) implements Wrapper {
    @Override
    public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
      return new Wrapper.Bound() {
        @Override
        public void project(long number) {
          shrink(!late);
        }

        @Override
        public void average(long number) {
          shrink(late);
        }

        private void shrink(boolean now) {
          if (now) {
            parameters.forEach(p -> backend.assign(p.state(), backend.affine(p.value(), 0.9, 0)));
          }
        }
      };
    }
  }

  @Test
  void aWrapperThatMovesParametersTooLateIsFound() {
    assertThatCode(
            () ->
                contract(new Shrinking(new Sgd(1), false))
                    .wrappersMoveParametersOnlyToProjectThem())
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                contract(new Shrinking(new Sgd(1), true)).wrappersMoveParametersOnlyToProjectThem())
        .isInstanceOf(AssertionError.class);
  }
}
