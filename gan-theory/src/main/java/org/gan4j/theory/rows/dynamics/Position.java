package org.gan4j.theory.rows.dynamics;

/**
 * The parameters of both players.
 *
 * @param theta the generator's point θ
 * @param psi the discriminator's weight ψ
 */
record Position(double theta, double psi) {
  /** {@return the distance from the equilibrium (0, 0)} */
  double radius() {
    return Math.hypot(theta, psi);
  }
}
