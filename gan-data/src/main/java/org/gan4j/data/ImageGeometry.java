package org.gan4j.data;

/**
 * How a sample's values make a picture: channel by channel, each row by row from the top, values in
 * [−1, 1] from black to white.
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
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "ImageGeometry: expected channels, height and width >= 1, got %d, %d, %d"
              .formatted(channels, height, width));
    }
  }

  /** {@return the number of values of one picture: channels × height × width} */
  public int values() {
    return Math.multiplyExact(Math.multiplyExact(channels, height), width);
  }

  /**
   * Returns the geometry after squares of pixels became one pixel each.
   *
   * @param reduction the side of a square, at least 1; divides height and width
   * @return as many channels, fewer rows and columns
   * @throws IllegalArgumentException if height and width cannot be so divided
   */
  public ImageGeometry reduced(int reduction) {
    if (reduction < 1 || height % reduction != 0 || width % reduction != 0) {
      throw new IllegalArgumentException(
          "reduction: expected a whole number >= 1 that divides a height of %d and a width of %d, got %d"
              .formatted(height, width, reduction));
    }
    return new ImageGeometry(channels, height / reduction, width / reduction);
  }
}
