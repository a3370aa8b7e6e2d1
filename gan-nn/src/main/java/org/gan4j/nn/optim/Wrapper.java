package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * An addition to another optimizer, such as {@link ClipNorm}. A wrapper never calls the optimizer
 * that it wraps: it names it, and acts in the phases that {@link Optimizer} lists. Wrappers,
 * including those of a plug-in, therefore compose in any order.
 */
public non-sealed interface Wrapper extends Optimizer {
  /** {@return the optimizer that this one wraps} */
  Optimizer inner();

  /**
   * Binds this wrapper alone, without what it wraps.
   *
   * @param parameters what is updated
   * @param backend where they live
   * @return what it does in each phase, with fresh state
   */
  Bound bind(List<Parameter> parameters, Backend backend);

  @Override
  default Schedule schedule() {
    return inner().schedule();
  }

  @Override
  default boolean looksAhead() {
    return inner().looksAhead();
  }

  @Override
  default boolean keepsAverages() {
    return inner().keepsAverages();
  }

  /** A wrapper bound to parameters. Each phase does nothing unless it is overridden. */
  interface Bound {
    /**
     * Changes the gradient before a step. The parameters are where the gradient was taken, and stay
     * there.
     *
     * @param gradients of the loss, on a tape that is still open
     * @param number which update this is, from 1; a look-ahead has its update's
     * @return the gradients to take in their place
     */
    default Gradients transform(Gradients gradients, long number) {
      return gradients;
    }

    /**
     * Changes the parameters after a step, of a look-ahead too.
     *
     * @param number which update this is, from 1; a look-ahead has its update's
     */
    default void project(long number) {}

    /**
     * Reads the parameters after an update, when nothing changes them any more.
     *
     * @param number which update this is, from 1
     */
    default void average(long number) {}

    /** {@return averages of all parameters, if this wrapper keeps any; one wrapper at most does} */
    default Map<Parameter, State> averages() {
      return Map.of();
    }

    /** {@return the other mutable numbers, each named {@code <parameter>/<wrapper>.<what>}} */
    default Map<String, State> states() {
      return Map.of();
    }
  }
}
