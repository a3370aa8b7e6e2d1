package org.gan4j.losses.fgan;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Definition;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.LogRatio;

/**
 * The f-GAN of KL(p‖q): f(u) = u log u, T = v + 1, f*(T) = eᵛ.
 *
 * <p>The exact value overflows beyond v = 88 in FLOAT32, 709 in FLOAT64.
 *
 * @paper Nowozin et al. 2016, arXiv:1606.00709, Table 1
 */
@Definition(
    formula = "L_D = -E_p (D+1) + E_q e^D; L_G = -E_q f*",
    source = "Nowozin et al. 2016, arXiv:1606.00709, Table 1")
public record FGanKl() implements FGan {
  @Override
  public double f(double u) {
    return u * Math.log(u);
  }

  @Override
  public double fPrime(double u) {
    return Math.log(u) + 1;
  }

  @Override
  public Var derivative(Var v) {
    return v.add(1);
  }

  @Override
  public Var conjugate(Var v) {
    return v.exp();
  }

  @Override
  public Divergence divergence() {
    return Divergence.of("KL(p||q)", x -> 2 * LogRatio.sigmoid(x) * x);
  }
}
