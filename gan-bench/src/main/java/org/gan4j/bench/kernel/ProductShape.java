package org.gan4j.bench.kernel;

/** Shapes of products in the steps of {@link org.gan4j.bench.step.StepSize}, m × n × k. */
public enum ProductShape {
  /** The toy's hidden layer, real and fake joined. */
  TOY_512_128_128(512, 128, 128),
  /** The discriminator's first layer at 2×256. */
  SMALL_128_256_784(128, 256, 784),
  /** A hidden layer at 2×512. */
  MEDIUM_256_512_512(256, 512, 512),
  /** A hidden layer at 3×1024. */
  LARGE_512_1024_1024(512, 1024, 1024);

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
}
