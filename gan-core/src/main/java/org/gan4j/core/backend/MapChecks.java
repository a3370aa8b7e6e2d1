package org.gan4j.core.backend;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;

/**
 * Checks the operands of operations on feature maps {@code [n, h, w, c]} and on columns, and
 * returns the result's shape.
 */
public final class MapChecks {
  private MapChecks() {}

  /**
   * Checks the operands of a convolution.
   *
   * @param x the maps
   * @param w the weights
   * @param bias the bias or null
   * @param window the window
   * @return the result's shape
   */
  public static Shape conv2d(Tensor x, Tensor w, Tensor bias, Window window) {
    String where = "conv2d";
    Shape maps = maps(where, x);
    OperandChecks.sameType(where, x, w);
    int columns = Math.multiplyExact(window.area(), maps.dim(3));
    if (w.shape().rank() != 2 || w.shape().dim(1) != columns) {
      throw Expect.failure(
          where,
          "weights [out, " + columns + "], kernel height x kernel width x channels in a row",
          w.shape() + " for maps " + maps);
    }
    int out = w.shape().dim(0);
    bias(where, x, bias, out);
    return window.positions(maps.dim(1), maps.dim(2)).batch(maps.dim(0)).with(out);
  }

  /**
   * Checks the operands of a transposed convolution.
   *
   * @param g the maps, one element for each position of the window
   * @param w the weights
   * @param bias the bias or null
   * @param window the window
   * @param height the result's height
   * @param width the result's width
   * @return the result's shape
   */
  public static Shape convTranspose2d(
      Tensor g, Tensor w, Tensor bias, Window window, int height, int width) {
    String where = "convTranspose2d";
    Shape maps = maps(where, g);
    OperandChecks.sameType(where, g, w);
    Shape positions = window.positions(height, width);
    if (maps.dim(1) != positions.dim(0) || maps.dim(2) != positions.dim(1)) {
      throw Expect.failure(
          where,
          "maps of "
              + (positions.dim(0) + " x " + positions.dim(1))
              + ", as many as the window has positions on a result of "
              + (height + " x " + width),
          maps);
    }
    if (w.shape().rank() != 2
        || w.shape().dim(0) != maps.dim(3)
        || w.shape().dim(1) % window.area() != 0) {
      throw Expect.failure(
          where,
          "weights [" + maps.dim(3) + ", " + window.area() + " x channels of the result]",
          w.shape() + " for maps " + maps);
    }
    int channels = w.shape().dim(1) / window.area();
    bias(where, g, bias, channels);
    return Shape.of(maps.dim(0), height, width, channels);
  }

  /**
   * Checks the operands of a convolution's adjoint by its weights.
   *
   * @param x the maps
   * @param g the gradient with respect to the convolution's result
   * @param window the window
   * @return the weights' shape
   */
  public static Shape conv2dWeights(Tensor x, Tensor g, Window window) {
    String where = "conv2dWeights";
    Shape maps = maps(where, x);
    Shape results = maps(where, g);
    OperandChecks.sameType(where, x, g);
    Shape expected =
        window.positions(maps.dim(1), maps.dim(2)).batch(maps.dim(0)).with(results.dim(3));
    if (!results.equals(expected)) {
      throw Expect.failure(where, "a gradient " + expected + " for maps " + maps, results);
    }
    return Shape.of(results.dim(3), Math.multiplyExact(window.area(), maps.dim(3)));
  }

  /**
   * Checks the operand of an upsampling.
   *
   * @param x the maps
   * @param height the factor on the height
   * @param width the factor on the width
   * @return the result's shape
   */
  public static Shape upsample(Tensor x, int height, int width) {
    Shape maps = maps("upsample", x);
    factors("upsample", height, width);
    return Shape.of(
        maps.dim(0),
        Math.multiplyExact(maps.dim(1), height),
        Math.multiplyExact(maps.dim(2), width),
        maps.dim(3));
  }

  /**
   * Checks the operand of a pooling.
   *
   * @param x the maps
   * @param height the height of a block
   * @param width the width of a block
   * @return the result's shape
   */
  public static Shape averagePool(Tensor x, int height, int width) {
    Shape maps = maps("averagePool", x);
    factors("averagePool", height, width);
    if (maps.dim(1) % height != 0 || maps.dim(2) % width != 0) {
      throw Expect.failure(
          "averagePool", "maps that blocks of " + height + " x " + width + " divide", maps);
    }
    return Shape.of(maps.dim(0), maps.dim(1) / height, maps.dim(2) / width, maps.dim(3));
  }

  /**
   * Checks the operands of a translation.
   *
   * @param x the maps
   * @param shifts one for each sample
   * @return the result's shape
   */
  public static Shape translate(Tensor x, List<Shift> shifts) {
    Shape maps = maps("translate", x);
    if (shifts.size() != maps.dim(0)) {
      throw Expect.failure(
          "translate", "a shift for each sample of maps " + maps, shifts.size() + " shifts");
    }
    int height = maps.dim(1);
    int width = maps.dim(2);
    for (Shift shift : shifts) {
      boolean down = -height <= shift.down() && shift.down() <= height;
      boolean right = -width <= shift.right() && shift.right() <= width;
      Expect.that(down && right, "translate", "shifts within the extents of maps " + maps, shift);
    }
    return maps;
  }

  /**
   * Checks a range of columns.
   *
   * @param x the tensor
   * @param from the first column
   * @param to the column after the last
   * @return the slice's shape
   */
  public static Shape sliceColumns(Tensor x, int from, int to) {
    Shape shape = x.shape();
    if (shape.rank() == 0 || from < 0 || to < from || to > shape.dim(shape.rank() - 1)) {
      throw Expect.failure(
          "sliceColumns",
          "0 <= from <= to <= columns",
          "from " + from + " to " + to + " of shape " + shape);
    }
    return shape.withColumns(to - from);
  }

  /**
   * Checks tensors to concatenate along their columns.
   *
   * @param parts the tensors
   * @return the result's shape
   */
  public static Shape concatColumns(List<Tensor> parts) {
    Expect.that(!parts.isEmpty(), "concatColumns", "at least one tensor", "none");
    Tensor first = parts.get(0);
    int columns = 0;
    for (Tensor part : parts) {
      OperandChecks.sameType("concatColumns", first, part);
      Shape shape = part.shape();
      if (shape.rank() == 0 || !shape.withColumns(0).equals(first.shape().withColumns(0))) {
        throw Expect.failure(
            "concatColumns", "equal extents but for the last", first.shape() + " and " + shape);
      }
      columns = Math.addExact(columns, shape.dim(shape.rank() - 1));
    }
    return first.shape().withColumns(columns);
  }

  private static Shape maps(String where, Tensor x) {
    if (x.shape().rank() != 4) {
      throw Expect.failure(where, "maps [n, height, width, channels]", "shape " + x.shape());
    }
    return x.shape();
  }

  private static void factors(String where, int height, int width) {
    Expect.that(height > 0 && width > 0, where, "positive factors", height + " and " + width);
  }

  private static void bias(String where, Tensor x, Tensor bias, int channels) {
    if (bias != null) {
      OperandChecks.sameType(where, x, bias);
      if (!bias.shape().equals(Shape.of(channels))) {
        throw Expect.failure(where, "a bias [" + channels + "]", bias.shape());
      }
    }
  }
}
