package org.gan4j.theory.rows.dynamics;

import java.io.IOException;

/**
 * The derivative of one step at the equilibrium, as a matrix acting on (θ, ψ).
 *
 * @param thetaByTheta ∂θ′/∂θ
 * @param thetaByPsi ∂θ′/∂ψ
 * @param psiByTheta ∂ψ′/∂θ
 * @param psiByPsi ∂ψ′/∂ψ
 */
record Linearisation(double thetaByTheta, double thetaByPsi, double psiByTheta, double psiByPsi) {
  /** Differences of this width have an error of 2e-9 times the third derivative of the map. */
  private static final double WIDTH = 1e-4;

  /**
   * {@return the measured derivative, by central differences of steps from near the equilibrium}
   *
   * @param dynamics makes the steps
   * @param game the game
   * @throws IOException if a step cannot be made
   */
  static Linearisation measured(Dynamics dynamics, DiracGan game) throws IOException {
    Position byTheta = difference(dynamics, game, WIDTH, 0);
    Position byPsi = difference(dynamics, game, 0, WIDTH);
    return new Linearisation(byTheta.theta(), byPsi.theta(), byTheta.psi(), byPsi.psi());
  }

  private static Position difference(Dynamics dynamics, DiracGan game, double theta, double psi)
      throws IOException {
    Position above = dynamics.orbit(game, new Position(theta, psi), 1).get(1);
    Position below = dynamics.orbit(game, new Position(-theta, -psi), 1).get(1);
    return new Position(
        (above.theta() - below.theta()) / (2 * WIDTH), (above.psi() - below.psi()) / (2 * WIDTH));
  }

  /** {@return the sum of the eigenvalues} */
  double trace() {
    return thetaByTheta + psiByPsi;
  }

  /** {@return the product of the eigenvalues} */
  double determinant() {
    return thetaByTheta * psiByPsi - thetaByPsi * psiByTheta;
  }
}
