package org.gan4j.losses.fgan;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/**
 * A game of the f-divergence D_f = ∫ q f(p/q): L_D = −E_p T + E_q f*(T), L_G = −E_q f*(T).
 *
 * <p>With v the critic's output, T = f′(eᵛ), so that f*(T) = eᵛf′(eᵛ) − f(eᵛ) without a conjugate
 * to work out, T always lies in its domain, and the optimal v is log p/q for every member. L_D is
 * then −D_f. At equilibrium L_D = −f(1) and L_G = f(1) − f′(1). Zero-sum.
 *
 * <p>A member is a record with f and f′, as numbers and in tape operations; {@link #conjugate} from
 * them is {@link #legendre}, simplified by hand where that overflows before the exact value.
 *
 * @paper Nowozin et al. 2016, "f-GAN", arXiv:1606.00709, Eqs. (4) and (6)
 */
public interface FGan extends GanLoss {
  /**
   * Evaluates f.
   *
   * @param u a density ratio p/q, above 0
   * @return f(u), convex
   */
  double f(double u);

  /**
   * Evaluates f′.
   *
   * @param u a density ratio p/q, above 0
   * @return f′(u)
   */
  double fPrime(double u);

  /**
   * Returns T = f′(eᵛ).
   *
   * @param v logits
   * @return the argument of the conjugate, element by element
   */
  Var slope(Var v);

  /**
   * Returns f*(T) = eᵛf′(eᵛ) − f(eᵛ).
   *
   * @param v logits
   * @return the conjugate at T, element by element
   */
  Var conjugate(Var v);

  /**
   * Returns eᵛf′(eᵛ) − f(eᵛ) as it stands.
   *
   * @param v logits
   * @param f f(eᵛ)
   * @param slope f′(eᵛ)
   * @return the conjugate at f′(eᵛ)
   */
  static Var legendre(Var v, Var f, Var slope) {
    return v.exp().multiply(slope).subtract(f);
  }

  /** {@return D_f in words} */
  String divergence();

  @Override
  default Var discriminator(Scores scores) {
    return scores
        .meanFake(conjugate(scores.fake()))
        .subtract(scores.meanReal(slope(scores.real())));
  }

  @Override
  default Var generator(Scores scores) {
    return scores.meanFake(conjugate(scores.fake())).negate();
  }

  @Override
  default Optional<Theory> theory() {
    Divergence excess = Divergence.f(divergence(), u -> f(u) - f(1));
    return Optional.of(
        Theory.pointwise(x -> x)
            .withValue(excess)
            .withFrozenCriticGradient(excess)
            .withEquilibrium(-f(1), f(1) - fPrime(1))
            .withZeroSum(Range.LINE));
  }
}
