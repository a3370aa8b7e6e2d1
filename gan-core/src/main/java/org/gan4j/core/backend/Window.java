package org.gan4j.core.backend;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * The window of a convolution: its extents, how far it moves, and how many zeros surround the map.
 *
 * @param height its height, at least 1
 * @param width its width, at least 1
 * @param strideHeight how far it moves down, at least 1
 * @param strideWidth how far it moves right, at least 1
 * @param paddingHeight rows of zeros above and below the map, at least 0
 * @param paddingWidth columns of zeros left and right of the map, at least 0
 */
public record Window(
    int height, int width, int strideHeight, int strideWidth, int paddingHeight, int paddingWidth) {

  /**
   * Checks the ranges.
   *
   * @param height its height, at least 1
   * @param width its width, at least 1
   * @param strideHeight how far it moves down, at least 1
   * @param strideWidth how far it moves right, at least 1
   * @param paddingHeight rows of zeros above and below the map, at least 0
   * @param paddingWidth columns of zeros left and right of the map, at least 0
   */
  public Window {
    Expect.atLeast("convolution", "a kernel height", height, 1);
    Expect.atLeast("convolution", "a kernel width", width, 1);
    Expect.atLeast("convolution", "a stride", strideHeight, 1);
    Expect.atLeast("convolution", "a stride", strideWidth, 1);
    Expect.atLeast("convolution", "a padding", paddingHeight, 0);
    Expect.atLeast("convolution", "a padding", paddingWidth, 0);
  }

  /**
   * Returns a square window.
   *
   * @param kernel its height and width, at least 1
   * @param stride how far it moves in both directions, at least 1
   * @param padding rows and columns of zeros on each side of the map, at least 0
   * @return the window
   */
  public static Window square(int kernel, int stride, int padding) {
    return new Window(kernel, kernel, stride, stride, padding, padding);
  }

  /** {@return the number of elements of a channel that the window covers} */
  public int area() {
    return Math.multiplyExact(height, width);
  }

  /** {@return whether a convolution with this window is a dense layer on each element of a map} */
  public boolean isPointwise() {
    return equals(square(1, 1, 0));
  }

  /**
   * Returns how many positions the window has on a map.
   *
   * @param mapHeight the map's height
   * @param mapWidth the map's width
   * @return {@code [⌊(h + 2·padding − kernel)/stride⌋ + 1, likewise for the width]}
   * @throws IllegalArgumentException if the window does not fit into the padded map
   */
  public Shape positions(int mapHeight, int mapWidth) {
    long free = mapHeight + 2L * paddingHeight - height;
    long aside = mapWidth + 2L * paddingWidth - width;
    if (free < 0 || aside < 0) {
      throw Expect.failure(
          "convolution",
          "a map that holds the kernel of " + height + " x " + width,
          mapHeight
              + " x "
              + mapWidth
              + " with a padding of "
              + paddingHeight
              + " and "
              + paddingWidth,
          "use a smaller kernel or more padding");
    }
    return Shape.of(
        Math.toIntExact(free / strideHeight + 1), Math.toIntExact(aside / strideWidth + 1));
  }
}
