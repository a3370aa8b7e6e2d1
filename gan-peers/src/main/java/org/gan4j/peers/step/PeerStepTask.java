package org.gan4j.peers.step;

import java.util.List;
import org.gan4j.speed.Task;

/**
 * Steps of a library, each after the one before.
 *
 * @param step the library's training
 */
record PeerStepTask(PeerStep step) implements Task {
  @Override
  public void run() {
    step.step();
  }

  /** The losses. */
  @Override
  public List<double[]> results() {
    StepLosses losses = step.step();
    return List.of(new double[] {losses.discriminator(), losses.generator()});
  }

  /** None: a step changes what it works on. */
  @Override
  public List<double[]> operands() {
    return List.of();
  }
}
