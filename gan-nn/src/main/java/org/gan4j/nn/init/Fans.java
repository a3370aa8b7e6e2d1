package org.gan4j.nn.init;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Window;

/**
 * The extents of a weight matrix, and how many numbers meet in a unit.
 *
 * @param rows its rows
 * @param columns its columns
 * @param in how many inputs reach an output, above 0; an average where outputs differ
 * @param out how many outputs an input reaches, above 0; an average where inputs differ
 */
public record Fans(int rows, int columns, double in, double out) {
  /**
   * Checks the extents.
   *
   * @param rows its rows
   * @param columns its columns
   * @param in how many inputs reach an output, above 0; an average where outputs differ
   * @param out how many outputs an input reaches, above 0; an average where inputs differ
   */
  public Fans {
    Expect.count("fans", "row", rows, 1);
    Expect.count("fans", "column", columns, 1);
    Expect.positive("fans", "a finite number of inputs", in);
    Expect.positive("fans", "a finite number of outputs", out);
  }

  /**
   * Returns those of a fully connected layer, {@code [units, in]}.
   *
   * @param in the number of inputs
   * @param units the number of outputs
   * @return the fans
   */
  public static Fans dense(int in, int units) {
    return new Fans(units, in, in, units);
  }

  /**
   * Returns those of a convolution, {@code [out, kh·kw·channels]}, as PyTorch counts them: the
   * kernel's area times the channels, whatever the stride.
   *
   * @param channels channels of the input
   * @param out channels of the output
   * @param window the window
   * @return the fans
   */
  public static Fans convolution(int channels, int out, Window window) {
    int columns = Shape.of(window.area(), channels).length();
    return new Fans(out, columns, columns, (double) window.area() * out);
  }

  /**
   * Returns those of a transposed convolution, {@code [in, kh·kw·channels]}. An element of the
   * result is reached from area/stride² positions on average, which preserves variances; PyTorch
   * counts area · channels of the result instead.
   *
   * @param in channels of the input
   * @param channels channels of the result
   * @param window the window
   * @return the fans
   */
  public static Fans transposed(int in, int channels, Window window) {
    int columns = Shape.of(window.area(), channels).length();
    double strides = (double) window.strideHeight() * window.strideWidth();
    return new Fans(in, columns, (double) window.area() * in / strides, columns);
  }

  /** {@return the number of weights} */
  public int size() {
    return Shape.of(rows, columns).length();
  }
}
