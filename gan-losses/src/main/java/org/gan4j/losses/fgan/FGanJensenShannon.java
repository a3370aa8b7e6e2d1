package org.gan4j.losses.fgan;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Definition;
import org.gan4j.losses.theory.Divergence;

/**
 * The f-GAN of 2 JSD(p‖q): f(u) = u log u − (u + 1) log((1 + u)/2), T = log 2 − softplus(−v), f*(T)
 * = softplus(v) − log 2.
 *
 * <p>Nothing overflows.
 *
 * @paper Nowozin et al. 2016, arXiv:1606.00709, Table 1
 */
@Definition(
    formula = "L_D = E_p sp(-D) + E_q sp(D) - log 4; L_G = -E_q f*",
    source = "Nowozin et al. 2016, arXiv:1606.00709, Table 1")
public record FGanJensenShannon() implements FGan {
  @Override
  public double f(double u) {
    return u * Math.log(u) - (u + 1) * Math.log((1 + u) / 2);
  }

  @Override
  public double fPrime(double u) {
    return Math.log(2 * u / (1 + u));
  }

  @Override
  public Var derivative(Var v) {
    return v.negate().softplus().negate().add(Math.log(2));
  }

  @Override
  public Var conjugate(Var v) {
    return v.softplus().subtract(Math.log(2));
  }

  @Override
  public Divergence divergence() {
    return Divergence.twiceJensenShannon();
  }
}
