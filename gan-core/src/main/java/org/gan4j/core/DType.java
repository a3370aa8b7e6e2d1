package org.gan4j.core;

/** Element type of a tensor. */
public enum DType {
  /** IEEE 754 single precision, the type for training. */
  FLOAT32(4, 0x1p-24),
  /** IEEE 754 double precision, the type for proofs and derivative checks. */
  FLOAT64(8, 0x1p-53);

  private final int bytes;
  private final double unitRoundoff;

  DType(int bytes, double unitRoundoff) {
    this.bytes = bytes;
    this.unitRoundoff = unitRoundoff;
  }

  /** {@return the size of one element in bytes} */
  public int bytes() {
    return bytes;
  }

  /**
   * Rounds to this type.
   *
   * @param value any number
   * @return the nearest number of this type
   */
  public double round(double value) {
    return switch (this) {
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
    };
  }

  /** {@return the largest relative error of one rounding, 2⁻²⁴ or 2⁻⁵³} */
  public double unitRoundoff() {
    return unitRoundoff;
  }
}
