package org.gan4j.losses;

import java.util.Arrays;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;

/**
 * Finds out by evaluation whether a discriminator's loss is a sum with one term per sample, or
 * compares samples with each other, as relativistic losses do. The declared theory is not used.
 *
 * <p>If there is one term per sample, moving all logits changes the loss by the sum of the changes
 * from moving each logit alone. A comparison of two samples adds a mixed difference. All logits
 * move up, so that the mixed differences of a convex comparison have one sign and cannot cancel, on
 * two scales, so that hinges with small and large margins are crossed.
 */
final class PerSample {
  private static final double[] FROM = {-1.3, 0.2, 0.9, -0.7, -0.1, 1.1};
  private static final double[] TO = {0.1, 1.3, 2.2, 0.5, 1.4, 2.1};
  private static final double[] SCALES = {1, 10};
  private static final double ROUNDING = 1e-9;

  private PerSample() {}

  /** {@return whether the discriminator's loss has one term for each sample} */
  static boolean terms(GanLoss loss) {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64))) {
      return Arrays.stream(SCALES).allMatch(scale -> adds(loss, scale, backend));
    }
  }

  private static boolean adds(GanLoss loss, double scale, Backend backend) {
    double from = discriminator(loss, FROM, scale, backend);
    double together = discriminator(loss, TO, scale, backend) - from;
    double oneByOne = 0;
    double size = Math.abs(from);
    for (int i = 0; i < FROM.length; i++) {
      double[] moved = FROM.clone();
      moved[i] = TO[i];
      double change = discriminator(loss, moved, scale, backend) - from;
      oneByOne += change;
      size += Math.abs(change);
    }
    return Math.abs(together - oneByOne) <= ROUNDING * size;
  }

  /** The first half of the logits belongs to real samples; each sample is its own logit. */
  private static double discriminator(
      GanLoss loss, double[] values, double scale, Backend backend) {
    double[] logits = Arrays.stream(values).map(value -> scale * value).toArray();
    int half = logits.length / 2;
    try (Tape tape = Tape.on(backend)) {
      Var real = column(tape, Arrays.copyOfRange(logits, 0, half));
      Var fake = column(tape, Arrays.copyOfRange(logits, half, logits.length));
      return loss.discriminator(new UnweightedScores(real, fake)).item();
    }
  }

  private static Var column(Tape tape, double[] values) {
    Shape shape = Shape.of(values.length, 1);
    return tape.watch(tape.backend().tensor(shape, DType.FLOAT64, values));
  }

  private record UnweightedScores(Var real, Var fake) implements Scores {
    @Override
    public Var realInput() {
      return real;
    }

    @Override
    public Var fakeInput() {
      return fake;
    }
  }
}
