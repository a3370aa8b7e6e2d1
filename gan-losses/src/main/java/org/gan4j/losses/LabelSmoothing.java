package org.gan4j.losses;

import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.LogRatio;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/**
 * Smooths the labels of the discriminator: a real sample counts as real with weight α and as fake
 * with weight 1 − α, and a fake sample as real with weight β and as fake with weight 1 − β. The
 * generator's objective is that of the wrapped loss.
 *
 * <p>D then separates αp + βq from (1 − α)p + (1 − β)q, and its optimum is that of the wrapped loss
 * for this ratio. With α below 1 the optimal logits are bounded above, with β above 0 also below,
 * and fake samples far from the data have little incentive to move, so β = 0 is common.
 *
 * <p>Only a loss with one term per sample can be smoothed. A loss that compares samples with each
 * other, such as a relativistic one, is refused. It is recognised by evaluation, whatever theory it
 * declares.
 *
 * @param loss a loss with one term per sample
 * @param real α in (0, 1]; 0.9 is common
 * @param fake β in [0, α); 0 is common
 * @paper Salimans et al. 2016, "Improved Techniques for Training GANs", arXiv:1606.03498, Section
 *     3.4
 */
@Definition(
    formula = "L_D with real samples labelled a and fake ones b; L_G of the wrapped loss",
    source = "Salimans et al. 2016, arXiv:1606.03498, Section 3.4")
public record LabelSmoothing(GanLoss loss, double real, double fake) implements GanLoss {
  /**
   * Checks the weights, and that the loss can be smoothed.
   *
   * @param loss a loss with one term per sample
   * @param real α in (0, 1]; 0.9 is common
   * @param fake β in [0, α); 0 is common
   * @throws IllegalArgumentException if a weight is out of range, or the loss compares samples with
   *     each other
   */
  public LabelSmoothing {
    if (!(real <= 1 && fake >= 0 && fake < real)) {
      throw Expect.failure(
          "label smoothing", "weights 0 <= fake < real <= 1", fake + " and " + real);
    }
    if (!PerSample.terms(loss)) {
      throw Expect.failure(
          "label smoothing",
          "a loss with one term per sample",
          loss.name() + ", which compares samples with each other");
    }
  }

  /** Returns the non-saturating loss, one-sided: α = 0.9, β = 0. */
  public LabelSmoothing() {
    this(new NonSaturating(), 0.9, 0);
  }

  @Override
  public Var discriminator(Scores scores) {
    return loss.discriminator(new SmoothedScores(scores, real, fake));
  }

  @Override
  public Var generator(Scores scores) {
    return loss.generator(scores);
  }

  @Override
  public Optional<Theory> theory() {
    return loss.theory().flatMap(this::transformed);
  }

  private Optional<Theory> transformed(Theory plain) {
    if (plain.optimalCritic().isEmpty()) {
      return Optional.empty();
    }
    Theory theory =
        plain.kind() == Theory.Kind.POINTWISE
            ? Theory.pointwise(x -> critic(plain, x).middle())
            : Theory.setValued(x -> critic(plain, x));
    return Optional.of(withValue(theory, plain));
  }

  private Range critic(Theory plain, double x) {
    return plain.optimalCritic().orElseThrow().apply(smoothed(x));
  }

  private Theory withValue(Theory theory, Theory plain) {
    if (plain.value().isEmpty() || plain.equilibriumDiscriminator().isEmpty()) {
      return theory;
    }
    Divergence value = plain.value().get();
    return value
        .perMidpoint()
        .map(
            phi -> {
              double lost = phi.applyAsDouble(smoothed(0));
              return theory
                  .withValue(
                      Divergence.of(
                          "smoothed " + value.name(), x -> phi.applyAsDouble(smoothed(x)) - lost))
                  .withEquilibrium(plain.equilibriumDiscriminator().getAsDouble() - lost, null);
            })
        .orElse(theory);
  }

  /** The log ratio of αp + βq to (1 − α)p + (1 − β)q. */
  private double smoothed(double x) {
    return LogRatio.logSum(Math.log(real) + x, Math.log(fake))
        - LogRatio.logSum(Math.log1p(-real) + x, Math.log1p(-fake));
  }
}
