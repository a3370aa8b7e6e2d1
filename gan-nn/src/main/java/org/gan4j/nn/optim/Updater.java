package org.gan4j.nn.optim;

import java.util.Map;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.backend.State;

/** An optimizer bound to parameters, with its moments. */
public interface Updater {
  /**
   * Moves every parameter once, in place.
   *
   * @param gradients of the loss, on a tape that is still open
   */
  void update(Gradients gradients);

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
}
