package org.gan4j.losses.fgan;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Definition;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.LogRatio;

/**
 * The f-GAN of KL(q‖p): f(u) = −log u, T = −e⁻ᵛ, f*(T) = v − 1.
 *
 * <p>The exact value overflows below v = −88 in FLOAT32, −709 in FLOAT64.
 *
 * @paper Nowozin et al. 2016, arXiv:1606.00709, Table 1
 */
@Definition(
    formula = "L_D = E_p e^-D + E_q (D-1); L_G = -E_q f*",
    source = "Nowozin et al. 2016, arXiv:1606.00709, Table 1")
public record FGanReverseKl() implements FGan {
  @Override
  public double f(double u) {
    return -Math.log(u);
  }

  @Override
  public double fPrime(double u) {
    return -1 / u;
  }

  @Override
  public Var derivative(Var v) {
    return v.negate().exp().negate();
  }

  @Override
  public Var conjugate(Var v) {
    return v.subtract(1);
  }

  @Override
  public Divergence divergence() {
    return Divergence.of("KL(q||p)", x -> -2 * LogRatio.sigmoid(-x) * x);
  }
}
