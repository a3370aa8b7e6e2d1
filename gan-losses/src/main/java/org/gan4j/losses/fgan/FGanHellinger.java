package org.gan4j.losses.fgan;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Definition;
import org.gan4j.losses.theory.Divergence;

/**
 * The f-GAN of squared Hellinger ∫(√p − √q)²: f(u) = (√u − 1)², T = 1 − e^(−v/2), f*(T) = e^(v/2) −
 * 1.
 *
 * <p>The exact value overflows where |v| exceeds 177 in FLOAT32, 1419 in FLOAT64.
 *
 * @paper Nowozin et al. 2016, arXiv:1606.00709, Table 1
 */
@Definition(
    formula = "L_D = -E_p (1 - e^(-D/2)) + E_q (e^(D/2) - 1); L_G = -E_q f*",
    source = "Nowozin et al. 2016, arXiv:1606.00709, Table 1")
public record FGanHellinger() implements FGan {
  @Override
  public double f(double u) {
    return (Math.sqrt(u) - 1) * (Math.sqrt(u) - 1);
  }

  @Override
  public double fPrime(double u) {
    return 1 - 1 / Math.sqrt(u);
  }

  @Override
  public Var derivative(Var v) {
    return v.multiply(-0.5).exp().negate().add(1);
  }

  @Override
  public Var conjugate(Var v) {
    return v.multiply(0.5).exp().subtract(1);
  }

  @Override
  public Divergence divergence() {
    return Divergence.of("squared Hellinger", x -> 2 - 2 / Math.cosh(x / 2));
  }
}
