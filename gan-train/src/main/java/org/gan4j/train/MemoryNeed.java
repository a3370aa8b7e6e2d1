package org.gan4j.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * The memory that a run needs at least: parameters with their gradients, a batch of data and latent
 * draws, and the outputs of the layers with parameters in the larger of the two passes: D on real
 * and fake samples, or D on G's samples. The gradients of these outputs and the optimizer's state
 * come on top, so this refuses only runs that cannot work.
 *
 * @param parameters the number of trained numbers of both networks
 * @param batch values in a batch of latent draws, of real and of fake samples
 * @param kept values that a pass keeps for the gradients
 * @param bytes the total
 */
record MemoryNeed(double parameters, long batch, double kept, double bytes) {
  private static final double GIB = 1L << 30;

  static MemoryNeed of(GanConfig config, Shape sample) {
    Game game = config.game();
    Shape latent = Shape.of(game.latent());
    double parameters =
        (double) game.generator().network().parameterCount(latent)
            + game.discriminator().network().parameterCount(sample);
    int samples = config.training().batch();
    long values = latent.batch(samples).length() + 2L * sample.batch(samples).length();
    double generator = game.generator().network().keptValues(latent);
    double discriminator = game.discriminator().network().keptValues(sample);
    double kept = samples * (discriminator + Math.max(generator, discriminator));
    double bytes = (2 * parameters + values + kept) * config.compute().dtype().bytes();
    return new MemoryNeed(parameters, values, kept, bytes);
  }

  /**
   * Compares the need to what this machine has.
   *
   * @throws IllegalArgumentException if it is more
   */
  void requireRoom() {
    double available = machine();
    if (bytes > available) {
      throw Expect.failure(
          "config",
          String.format(
              Locale.ROOT, "a run that fits into the %.1f GiB of this machine", available / GIB),
          String.format(
              Locale.ROOT,
              "one of at least %.1f GiB, with %.0f parameters, %d values in a batch and %.0f"
                  + " outputs of layers",
              bytes / GIB,
              parameters,
              batch,
              kept),
          "use smaller layers or a smaller batch");
    }
  }

  /** The machine's memory or, in a container, what that may use. */
  private static double machine() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Double.POSITIVE_INFINITY;
  }
}
