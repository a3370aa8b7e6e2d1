package org.gan4j.losses.fgan;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Definition;
import org.gan4j.losses.theory.Divergence;

/**
 * The f-GAN of Jeffrey, KL both ways: f(u) = (u − 1) log u, T = 1 + v − e⁻ᵛ, f*(T) = eᵛ + v − 1.
 *
 * <p>The exact value overflows where |v| exceeds 88 in FLOAT32, 709 in FLOAT64.
 *
 * @paper Nowozin et al. 2016, arXiv:1606.00709, Table 1
 */
@Definition(
    formula = "L_D = -E_p (1 + D - e^-D) + E_q (e^D + D - 1); L_G = -E_q f*",
    source = "Nowozin et al. 2016, arXiv:1606.00709, Table 1")
public record FGanJeffrey() implements FGan {
  @Override
  public double f(double u) {
    return (u - 1) * Math.log(u);
  }

  @Override
  public double fPrime(double u) {
    return Math.log(u) + 1 - 1 / u;
  }

  @Override
  public Var derivative(Var v) {
    return v.add(1).subtract(v.negate().exp());
  }

  @Override
  public Var conjugate(Var v) {
    return v.exp().add(v).subtract(1);
  }

  @Override
  public Divergence divergence() {
    return Divergence.of("KL(p||q) + KL(q||p)", x -> 2 * x * Math.tanh(x / 2));
  }
}
