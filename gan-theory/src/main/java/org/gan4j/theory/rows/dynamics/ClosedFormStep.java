package org.gan4j.theory.rows.dynamics;

import org.gan4j.train.Alternating;
import org.gan4j.train.Consensus;
import org.gan4j.train.UpdateOrder;

/**
 * One step near the equilibrium in theory, for either original loss with the penalty (γ/2)E‖∇D‖².
 * The vector field there is A = [[0, ½], [−½, −γ]] on (θ, ψ): a simultaneous step is I + hA, and an
 * alternating step, with the discriminator first, is the product of the two players' maps.
 *
 * <p>Consensus subtracts c∇½‖v‖² from the field v. At the equilibrium v vanishes, so only its first
 * derivative A matters, and the Hessian of ½‖v‖² is AᵀA = [[¼, γ/2], [γ/2, ¼ + γ²]]: simultaneous
 * steps are I + h(A − cAᵀA), whose eigenvalues without a penalty are 1 + h(−c/4 ± i/2).
 *
 * @param order the order of updates
 * @param h the step size
 * @param gamma γ
 * @paper Mescheder et al. 2018, arXiv:1801.04406, Lemmas 2.3, 2.4 and 4.1; consensus: Mescheder et
 *     al. 2017, arXiv:1705.10461, Section 4
 */
record ClosedFormStep(UpdateOrder order, double h, double gamma) {
  /** {@return c; 0 without consensus} */
  double consensus() {
    return order instanceof Consensus consensus ? consensus.gamma() : 0;
  }

  /** {@return the trace of the one-step map} */
  double trace() {
    double simultaneous = 2 + h * fieldTrace();
    return alternates() ? simultaneous - h * h / 4 : simultaneous;
  }

  /** {@return its determinant} */
  double determinant() {
    double alternating = 1 + h * fieldTrace();
    return alternates() ? alternating : alternating + h * h * fieldDeterminant();
  }

  private boolean alternates() {
    return order instanceof Alternating;
  }

  /** Of A − cAᵀA. */
  private double fieldTrace() {
    return -gamma - consensus() * (0.5 + gamma * gamma);
  }

  /** Of A − cAᵀA; c²γ²/4 of the diagonal cancels against that of the other two entries. */
  private double fieldDeterminant() {
    double c = consensus();
    return 0.25 + c * gamma / 4 + c * c / 16;
  }

  /** {@return log |1 + hλ| for complex λ: the mean growth of the log radius per step} */
  double logGrowth() {
    return Math.log(determinant()) / 2;
  }

  /** {@return the number of steps per turn, if the eigenvalues are complex} */
  double period() {
    return 2 * Math.PI / Math.acos(trace() / (2 * Math.sqrt(determinant())));
  }
}
