package org.gan4j.nn.optim;

import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.State;

/** An optimizer bound to parameters, with its moments. */
public interface Updater {
  /**
   * Moves every parameter once, in place.
   *
   * @param gradients of the loss, on a tape that is still open
   */
  void update(Gradients gradients);

  /** {@return whether each update wants a call of {@link #extrapolate} before it} */
  default boolean extrapolates() {
    return false;
  }

  /**
   * Moves every parameter to where the update's gradient is to be taken; does nothing unless {@link
   * #extrapolates}.
   *
   * @param gradients of the loss at the present parameters, on a tape that is still open
   */
  default void extrapolate(Gradients gradients) {}

  /** {@return how many updates were made so far} */
  long updates();

  /**
   * Continues a run.
   *
   * @param updates how many updates were made before
   */
  void resumeAt(long updates);

  /** {@return the mutable numbers by name, for checkpoints} */
  Map<String, State> states();

  /** {@return averages of the parameters to evaluate with, or none; they are states too} */
  default Map<Parameter, State> averages() {
    return Map.of();
  }
}
