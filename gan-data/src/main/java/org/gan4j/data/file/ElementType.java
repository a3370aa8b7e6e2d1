package org.gan4j.data.file;

import java.nio.ByteBuffer;

/** The numbers that data files hold. */
public enum ElementType {
  /** Whole numbers from 0 to 255. */
  UINT8(1, 0, 255),
  /** Whole numbers from −128 to 127. */
  INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
  /** Whole numbers of 16 bits without a sign. */
  UINT16(2, 0, 65_535),
  /** Whole numbers of 16 bits. */
  INT16(2, Short.MIN_VALUE, Short.MAX_VALUE),
  /** Whole numbers of 32 bits without a sign. */
  UINT32(4, 0, 4_294_967_295d),
  /** Whole numbers of 32 bits. */
  INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
  /** Whole numbers of 64 bits without a sign. */
  UINT64(8, 0, 0x1p64),
  /** Whole numbers of 64 bits. */
  INT64(8, Long.MIN_VALUE, Long.MAX_VALUE),
  /** IEEE 754 half precision. */
  FLOAT16(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** IEEE 754 single precision. */
  FLOAT32(4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** IEEE 754 double precision. */
  FLOAT64(8, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final int bytes;
  private final double least;
  private final double greatest;

  ElementType(int bytes, double least, double greatest) {
    this.bytes = bytes;
    this.least = least;
    this.greatest = greatest;
  }

  /** {@return the size of one element: 1, 2, 4 or 8} */
  public int bytes() {
    return bytes;
  }

  /** {@return the smallest number; −∞ for floating-point types} */
  public double least() {
    return least;
  }

  /** {@return the greatest number; ∞ for floating-point types} */
  public double greatest() {
    return greatest;
  }

  /** {@return whether the type holds whole numbers only} */
  public boolean isWhole() {
    return Double.isFinite(least);
  }

  /**
   * Reads one number. Whole numbers beyond 2⁵³ are rounded.
   *
   * @param buffer the bytes, in the buffer's byte order
   * @param index the position of the number's first byte
   * @return the number
   */
  double read(ByteBuffer buffer, int index) {
    return switch (this) {
      case UINT8 -> Byte.toUnsignedInt(buffer.get(index));
      case INT8 -> buffer.get(index);
      case UINT16 -> Short.toUnsignedInt(buffer.getShort(index));
      case INT16 -> buffer.getShort(index);
      case UINT32 -> Integer.toUnsignedLong(buffer.getInt(index));
      case INT32 -> buffer.getInt(index);
      case UINT64 -> unsigned(buffer.getLong(index));
      case INT64 -> buffer.getLong(index);
      case FLOAT16 -> half(buffer.getShort(index));
      case FLOAT32 -> buffer.getFloat(index);
      case FLOAT64 -> buffer.getDouble(index);
    };
  }

  /** Halves the number, keeps the lost bit so that rounding stays the same, and doubles it. */
  private static double unsigned(long bits) {
    return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }

  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
