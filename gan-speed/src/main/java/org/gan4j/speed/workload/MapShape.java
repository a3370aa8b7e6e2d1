package org.gan4j.speed.workload;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Window;

/** Convolutions of the networks in the comparisons. */
@SuppressWarnings("ImmutableEnumChecker") // a window is an immutable record
public enum MapShape {
  /** The first layer of DCGAN, 28 × 28, width 64. */
  FIRST_28_1_64(64, 28, 1, 64, Window.square(4, 2, 1)),
  /** The second layer of DCGAN, 28 × 28, width 64. */
  STRIDED_14_64_128(64, 14, 64, 128, Window.square(4, 2, 1)),
  /** The third layer of DCGAN, 32 × 32, width 64. */
  STRIDED_8_128_256(64, 8, 128, 256, Window.square(4, 2, 1)),
  /** A residual block of ResNet, 32 × 32, width 64. */
  RESIDUAL_32_64_64(64, 32, 64, 64, Window.square(3, 1, 1)),
  /** The last layer of ResNet's generator, 32 × 32, width 64. */
  LAST_32_64_3(64, 32, 64, 3, Window.square(3, 1, 1)),
  /** A shortcut of ResNet, 16 × 16, width 64. */
  POINTWISE_16_64_64(64, 16, 64, 64, Window.square(1, 1, 0)),
  /** A small one for tests. */
  TOY_6_3_5(4, 6, 3, 5, Window.square(3, 2, 1));

  private final int samples;
  private final int size;
  private final int channels;
  private final int out;
  private final Window window;

  MapShape(int samples, int size, int channels, int out, Window window) {
    this.samples = samples;
    this.size = size;
    this.channels = channels;
    this.out = out;
    this.window = window;
  }

  /** {@return the operations of the convolution: two for each position, element and channel} */
  double flop() {
    return 2.0 * results().size() * window.area() * channels;
  }

  /** {@return the number of elements of maps, weights and results} */
  long elements() {
    return maps().size() + weights().size() + results().size();
  }

  int size() {
    return size;
  }

  Window window() {
    return window;
  }

  Shape maps() {
    return Shape.of(samples, size, size, channels);
  }

  Shape weights() {
    return Shape.of(out, window.area() * channels);
  }

  Shape bias() {
    return Shape.of(out);
  }

  Shape results() {
    Shape positions = window.positions(size, size);
    return Shape.of(samples, positions.dim(0), positions.dim(1), out);
  }
}
