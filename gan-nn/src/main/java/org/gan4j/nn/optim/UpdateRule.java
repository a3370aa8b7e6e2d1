package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * How a gradient moves the parameters, such as {@link Adam}; the innermost part of every optimizer.
 */
public non-sealed interface UpdateRule extends Optimizer {
  /**
   * Binds the rule to parameters.
   *
   * @param parameters what to move
   * @param backend where they live
   * @return the rule, with fresh state
   */
  Bound bind(List<Parameter> parameters, Backend backend);

  /** {@return the rule's schedule; a rule without one keeps its rate} */
  @Override
  default Schedule schedule() {
    return new Constant();
  }

  @Override
  default boolean looksAhead() {
    return false;
  }

  @Override
  default boolean keepsAverages() {
    return false;
  }

  /** A rule bound to parameters, with its moments. */
  interface Bound {
    /**
     * Moves every parameter once, in place.
     *
     * @param gradients of the loss, on a tape that is still open
     * @param progress which step this is, and of how many; decides schedules and bias corrections
     */
    void step(Gradients gradients, Progress progress);

    /**
     * {@return the mutable numbers, each named {@code <parameter>/<rule>.<what>}, for checkpoints}
     */
    Map<String, State> states();
  }
}
