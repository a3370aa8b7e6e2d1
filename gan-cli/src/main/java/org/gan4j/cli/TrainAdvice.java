package org.gan4j.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.losses.theory.Theory;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Wrapper;
import org.gan4j.train.Game;
import org.gan4j.train.Player;
import org.gan4j.train.StepReport;

/** Warnings about runs that are possible but hardly wanted. */
final class TrainAdvice {
  /** Far beyond the losses of any run that works; single precision ends at 3e38. */
  private static final double LARGE = 1e6;

  private TrainAdvice() {}

  /**
   * Looks for a loss whose critic nothing holds: without a bound on its input gradients there is no
   * optimum.
   *
   * @param game what is optimised
   * @return the warning
   */
  static Optional<String> beforeTheStart(Game game) {
    boolean needed =
        game.loss().theory().filter(t -> t.kind() == Theory.Kind.UNDER_A_CONSTRAINT).isPresent();
    boolean held =
        !game.penalties().isEmpty()
            || clips(game.discriminator().optimizer())
            || isNormalised(game.discriminator());
    return needed && !held
        ? Optional.of(
            String.format(
                    Locale.ROOT,
                    "warning: the loss %s has an optimum only for a critic that is held, got none of a",
                    game.loss().name())
                + " penalty, clipped weights or spectral norm; add --penalty wgan-gp")
        : Optional.empty();
  }

  private static boolean clips(Optimizer optimizer) {
    return optimizer instanceof ClipWeights
        || (optimizer instanceof Wrapper wrapper && clips(wrapper.inner()));
  }

  private static boolean isNormalised(Player critic) {
    List<LayerSpec> layers =
        critic.network() instanceof Sequential sequential
            ? sequential.layers()
            : List.of(critic.network());
    return layers.stream().anyMatch(SpectralNorm.class::isInstance);
  }

  /**
   * Looks for losses that are finite by luck.
   *
   * @param last the last step's report
   * @return the warning
   */
  static Optional<String> atTheEnd(StepReport last) {
    double largest = Math.max(Math.abs(last.discriminatorLoss()), Math.abs(last.generatorLoss()));
    return largest > LARGE
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "warning: expected losses of a usual size, got one of %.1e at the end; the run is"
                    + " diverging, lower the learning rates",
                largest))
        : Optional.empty();
  }
}
