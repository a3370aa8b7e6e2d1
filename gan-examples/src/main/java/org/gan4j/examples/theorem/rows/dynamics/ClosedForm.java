package org.gan4j.examples.theorem.rows.dynamics;

import org.gan4j.train.UpdateOrder;

/**
 * What theory says of one step near the equilibrium, of either original loss with the penalty
 * (γ/2)E‖∇D‖². The vector field there is A = [[0, ½], [−½, −γ]] on (θ, ψ): simultaneous steps are I
 * + hA, and alternating ones, the discriminator first, the product of the players' own.
 *
 * @param order of the updates
 * @param h the step size
 * @param gamma γ
 * @paper Mescheder et al. 2018, arXiv:1801.04406, Lemmas 2.3, 2.4 and 4.1
 */
record ClosedForm(UpdateOrder order, double h, double gamma) {
  /** {@return the trace of the one-step map} */
  double trace() {
    double simultaneous = 2 - h * gamma;
    return order == UpdateOrder.SIMULTANEOUS ? simultaneous : simultaneous - h * h / 4;
  }

  /** {@return its determinant} */
  double determinant() {
    double alternating = 1 - h * gamma;
    return order == UpdateOrder.ALTERNATING ? alternating : alternating + h * h / 4;
  }

  /** {@return log |1 + hλ| for complex λ: how much the radius grows in a step, over whole turns} */
  double logGrowth() {
    return Math.log(determinant()) / 2;
  }

  /** {@return how many steps a turn takes, if the eigenvalues are complex} */
  double period() {
    return 2 * Math.PI / Math.acos(trace() / (2 * Math.sqrt(determinant())));
  }
}
