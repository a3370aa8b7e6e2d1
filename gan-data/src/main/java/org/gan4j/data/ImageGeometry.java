package org.gan4j.data;

import java.util.Locale;
import org.gan4j.core.Expect;

/**
 * How a sample is laid out as a picture: [height, width, channels], row by row from the top, with
 * values from −1 (black) to 1 (white).
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height rows of pixels
 * @param width pixels in a row
 */
public record ImageGeometry(int channels, int height, int width) {
  /**
   * Checks the ranges.
   *
   * @param channels at least 1
   * @param height at least 1
   * @param width at least 1
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ImageGeometry {
    Expect.that(
        channels >= 1 && height >= 1 && width >= 1,
        "ImageGeometry",
        "channels, height and width >= 1",
        String.format(Locale.ROOT, "%d, %d, %d", channels, height, width));
  }

  /** {@return the number of values of one picture: channels × height × width} */
  public int values() {
    return Math.multiplyExact(Math.multiplyExact(channels, height), width);
  }

  /**
   * Returns the geometry after each square of pixels is reduced to one pixel.
   *
   * @param reduction the side of a square, at least 1; divides height and width
   * @return the same channels, with fewer rows and columns
   * @throws IllegalArgumentException if the reduction does not divide height and width
   */
  public ImageGeometry reduced(int reduction) {
    if (reduction < 1 || height % reduction != 0 || width % reduction != 0) {
      throw Expect.failure(
          "reduction",
          String.format(
              Locale.ROOT,
              "a whole number >= 1 that divides height %d and width %d",
              height,
              width),
          reduction);
    }
    return new ImageGeometry(channels, height / reduction, width / reduction);
  }
}
