package org.gan4j.losses.fgan;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Definition;
import org.gan4j.losses.theory.Divergence;

/**
 * The f-GAN of Pearson χ² = ∫(p − q)²/q: f(u) = (u − 1)², T = 2(eᵛ − 1), f*(T) = e²ᵛ − 1.
 *
 * <p>The exact value overflows beyond v = 44 in FLOAT32, 354 in FLOAT64.
 *
 * @paper Nowozin et al. 2016, arXiv:1606.00709, Table 1
 */
@Definition(
    formula = "L_D = -2 E_p (e^D - 1) + E_q (e^2D - 1); L_G = -E_q f*",
    source = "Nowozin et al. 2016, arXiv:1606.00709, Table 1")
public record FGanPearson() implements FGan {
  @Override
  public double f(double u) {
    return (u - 1) * (u - 1);
  }

  @Override
  public double fPrime(double u) {
    return 2 * (u - 1);
  }

  @Override
  public Var derivative(Var v) {
    return v.exp().subtract(1).multiply(2);
  }

  @Override
  public Var conjugate(Var v) {
    return v.multiply(2).exp().subtract(1);
  }

  @Override
  public Divergence divergence() {
    return Divergence.of("Pearson chi^2", x -> 2 * Math.expm1(x) * Math.tanh(x / 2));
  }
}
