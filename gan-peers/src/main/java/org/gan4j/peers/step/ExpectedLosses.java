package org.gan4j.peers.step;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The losses of the first steps, by {@link ReferenceStep}.
 *
 * @param inputs what the steps are fed
 * @param losses one for each step
 */
record ExpectedLosses(StepInputs inputs, List<StepLosses> losses) {
  private static final double RELATIVE_ERROR = 1e-4;

  static ExpectedLosses of(StepInputs inputs) {
    return new ExpectedLosses(inputs, losses(new ReferenceStep(inputs)));
  }

  private static List<StepLosses> losses(PeerStep step) {
    return IntStream.range(0, StepInputs.STEPS).mapToObj(i -> step.step()).toList();
  }

  /**
   * Opens a library's training and checks its first steps.
   *
   * @return the training, after these steps; it is closed after use
   * @throws IllegalStateException if a loss is not the expected one
   */
  PeerStep open(StepLibrary library, int threads) {
    PeerStep step = library.open(inputs, threads);
    try {
      step.prepare();
      requireEqual(library, losses(step));
    } catch (RuntimeException e) {
      step.close();
      throw e;
    }
    return step;
  }

  void requireEqual(StepLibrary library, List<StepLosses> found) {
    for (int i = 0; i < losses.size(); i++) {
      StepLosses expected = losses.get(i);
      StepLosses got = found.get(i);
      String step = " in step " + (i + 1);
      requireEqual(library, "D" + step, expected.discriminator(), got.discriminator());
      requireEqual(library, "G" + step, expected.generator(), got.generator());
    }
  }

  private static void requireEqual(StepLibrary library, String of, double expected, double got) {
    if (!(Math.abs(got - expected) <= RELATIVE_ERROR * Math.abs(expected))) {
      throw new IllegalStateException(
          library + ": expected the loss of " + of + " to be " + expected + ", got " + got);
    }
  }
}
