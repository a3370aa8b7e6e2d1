package org.gan4j.speed.workload;

import java.util.Locale;

/** Shapes of products, m × n × k: those in the steps of {@link StepSize}, and squares. */
public enum ProductShape {
  /** The toy's hidden layer, real and fake joined. */
  TOY_512_128_128(512, 128, 128),
  /** The discriminator's first layer at 2×256. */
  SMALL_128_256_784(128, 256, 784),
  /** A hidden layer at 2×512. */
  MEDIUM_256_512_512(256, 512, 512),
  /** A hidden layer at 3×1024. */
  LARGE_512_1024_1024(512, 1024, 1024),
  /** A single number: what a call costs. */
  SQUARE_1(1, 1, 1),
  /** 16 × 16. */
  SQUARE_16(16, 16, 16),
  /** 64 × 64. */
  SQUARE_64(64, 64, 64),
  /** 256 × 256. */
  SQUARE_256(256, 256, 256),
  /** 512 × 512. */
  SQUARE_512(512, 512, 512),
  /** 1024 × 1024. */
  SQUARE_1024(1024, 1024, 1024),
  /** 2048 × 2048. */
  SQUARE_2048(2048, 2048, 2048);

  private final int m;
  private final int n;
  private final int k;

  ProductShape(int m, int n, int k) {
    this.m = m;
    this.n = n;
    this.k = k;
  }

  /** {@return rows of the result} */
  public int m() {
    return m;
  }

  /** {@return columns of the result} */
  public int n() {
    return n;
  }

  /** {@return the inner extent} */
  public int k() {
    return k;
  }

  /** {@return the number of elements of both factors and the result} */
  long elements() {
    return (long) m * k + (long) k * n + (long) m * n;
  }

  /** {@return the operations of the product: a multiplication and an addition for each term} */
  double flop() {
    return 2.0 * m * n * k;
  }

  /** {@return the extents for a name, such as {@code 512x128x128}} */
  String extents() {
    return String.format(Locale.ROOT, "%dx%dx%d", m, n, k);
  }
}
