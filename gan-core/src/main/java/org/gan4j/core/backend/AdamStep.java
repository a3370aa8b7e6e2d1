package org.gan4j.core.backend;

/**
 * The numbers of one Adam update, bias corrections included:
 *
 * <p>m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p − (η/c₁) · m / (√v/√c₂ + ε) with cᵢ = 1 − βᵢᵗ.
 *
 * @param rate the learning rate η
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added outside the root, after the correction, as PyTorch does
 * @param step the number t of this update, from 1
 * @paper Kingma and Ba 2015, arXiv:1412.6980, Algorithm 1
 */
public record AdamStep(double rate, double beta1, double beta2, double epsilon, long step) {
  /** {@return η/(1 − β₁ᵗ)} */
  public double stepSize() {
    return rate / (1 - Math.pow(beta1, (double) step));
  }

  /** {@return 1/√(1 − β₂ᵗ)} */
  public double secondMomentScale() {
    return 1 / Math.sqrt(1 - Math.pow(beta2, (double) step));
  }
}
