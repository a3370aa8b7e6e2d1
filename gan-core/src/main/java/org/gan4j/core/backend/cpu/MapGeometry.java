package org.gan4j.core.backend.cpu;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Window;

/**
 * The extents of a convolution from maps [samples, height, width, channels] to maps [samples, rows,
 * columns, out].
 */
record MapGeometry(
    int samples,
    int height,
    int width,
    int channels,
    int rows,
    int columns,
    int out,
    Window window) {

  static MapGeometry of(Shape maps, Shape result, Window window) {
    return new MapGeometry(
        maps.dim(0),
        maps.dim(1),
        maps.dim(2),
        maps.dim(3),
        result.dim(1),
        result.dim(2),
        result.dim(3),
        window);
  }

  /** {@return elements under the window: the length of a patch} */
  int patch() {
    return window.area() * channels;
  }

  /** {@return elements of the patches of one row of positions} */
  int patchRow() {
    return Math.multiplyExact(columns, patch());
  }

  /** {@return elements of one map without its padding} */
  int map() {
    return height * width * channels;
  }

  /** {@return elements of one sample's result} */
  int result() {
    return rows * columns * out;
  }

  /** {@return rows of positions of all samples} */
  int allRows() {
    return samples * rows;
  }

  /** {@return elements of one row of a map with its padding} */
  int paddedRow() {
    return (width + 2 * window.paddingWidth()) * channels;
  }

  /** {@return elements of one map with its padding} */
  int paddedMap() {
    return Math.multiplyExact(height + 2 * window.paddingHeight(), paddedRow());
  }

  /** {@return whether there is nothing to multiply} */
  boolean empty() {
    return samples == 0 || channels == 0 || out == 0;
  }
}
