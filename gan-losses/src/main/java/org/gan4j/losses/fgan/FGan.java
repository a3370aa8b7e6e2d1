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
 * <p>If v is the critic's output, T = f′(eᵛ). Then f*(T) = eᵛf′(eᵛ) − f(eᵛ), so no conjugate has to
 * be derived, T is always in the domain of f*, and the optimal v is log p/q for every f. The
 * optimal L_D is −D_f. At equilibrium L_D = −f(1) and L_G = f(1) − f′(1). Zero-sum.
 *
 * <p>A member of the family is a record with f and f′, as numbers and in tape operations. {@link
 * #legendre} computes {@link #conjugate} from them. The members here simplify it by hand, so that
 * nothing overflows or cancels before the exact value does.
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
  Var derivative(Var v);

  /**
   * Returns f*(T) = eᵛf′(eᵛ) − f(eᵛ).
   *
   * @param v logits
   * @return the conjugate at T, element by element
   */
  Var conjugate(Var v);

  /**
   * Returns eᵛf′(eᵛ) − f(eᵛ), without simplification.
   *
   * @param v logits
   * @param f f(eᵛ)
   * @param derivative f′(eᵛ)
   * @return the conjugate at f′(eᵛ)
   */
  static Var legendre(Var v, Var f, Var derivative) {
    return v.exp().multiply(derivative).subtract(f);
  }

  /** {@return D_f − f(1)} */
  Divergence divergence();

  @Override
  default Var discriminator(Scores scores) {
    return scores
        .meanFake(conjugate(scores.fake()))
        .subtract(scores.meanReal(derivative(scores.real())));
  }

  @Override
  default Var generator(Scores scores) {
    return scores.meanFake(conjugate(scores.fake())).negate();
  }

  @Override
  default Optional<Theory> theory() {
    return Optional.of(
        Theory.pointwise(x -> x)
            .withValue(divergence())
            .withFrozenCriticGradient(divergence())
            .withEquilibrium(-f(1), f(1) - fPrime(1))
            .withZeroSum(Range.LINE));
  }
}
