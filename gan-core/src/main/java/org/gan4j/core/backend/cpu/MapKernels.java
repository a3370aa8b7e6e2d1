package org.gan4j.core.backend.cpu;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.Shift;

/** Copies and means of runs of adjacent elements: blocks of maps, moved maps, ranges of columns. */
final class MapKernels {
  /** Elements that a thread is given at a time. */
  private static final int CHUNK = 16 * Scratch.TILE;

  private final Workers workers;
  private final Scratch[] scratch;

  MapKernels(Workers workers, Scratch[] scratch) {
    this.workers = workers;
    this.scratch = scratch;
  }

  /** Work on some rows. */
  @FunctionalInterface
  private interface RowRange {
    void run(Scratch s, int fromRow, int toRow);
  }

  private void chunked(int rows, int elementsPerRow, RowRange work) {
    int each = Math.max(1, CHUNK / Math.max(1, elementsPerRow));
    workers.run(
        (rows + each - 1) / each,
        (chunk, worker) ->
            work.run(scratch[worker], chunk * each, Math.min(rows, (chunk + 1) * each)));
  }

  /** y ← each element of x [n, h, w, c] repeated in a block. */
  void upsample(Mem x, Mem y, Shape maps, int height, int width) {
    int channels = maps.dim(3);
    int columns = maps.dim(2);
    int wide = columns * width * channels;
    chunked(
        maps.dim(0) * maps.dim(1),
        height * wide,
        (s, from, to) -> {
          for (int row = from; row < to; row++) {
            int first = row * height * wide;
            for (int column = 0; column < columns; column++) {
              int source = (row * columns + column) * channels;
              repeat(s, x, source, channels, y, first + column * width * channels, width);
            }
            for (int copy = 1; copy < height; copy++) {
              copy(s, y, first, wide, y, first + copy * wide);
            }
          }
        });
  }

  private static void repeat(
      Scratch s, Mem x, int source, int length, Mem y, int target, int times) {
    for (int i = 0; i < times; i++) {
      copy(s, x, source, length, y, target + i * length);
    }
  }

  /** Copies adjacent elements within a tensor or between two of one type. */
  private static void copy(Scratch s, Mem from, int source, int length, Mem to, int target) {
    for (int at = 0; at < length; at += Scratch.TILE) {
      int part = Math.min(Scratch.TILE, length - at);
      switch (from.dtype()) {
        case FLOAT32 -> Scratch.store(s.load(0, from, source + at, part), to, target + at, part);
        case FLOAT64 -> {
          s.widen(0, from, source + at, part);
          s.narrow(0, to, target + at, part);
        }
      }
    }
  }

  /** y ← the mean of each block of x [n, h, w, c]. */
  void averagePool(Mem x, Mem y, Shape maps, int height, int width) {
    int channels = maps.dim(3);
    int columns = maps.dim(2) / width;
    int line = maps.dim(2) * channels;
    chunked(
        maps.dim(0) * (maps.dim(1) / height),
        height * line,
        (s, from, to) -> {
          for (int row = from; row < to; row++) {
            int each = columnsAtOnce(x.dtype(), width * channels);
            for (int column = 0; column < columns; column += each) {
              int corner = row * height * line + column * width * channels;
              int target = (row * columns + column) * channels;
              if (each > 1) {
                int count = Math.min(each, columns - column);
                means(s, x, corner, line, channels, height, width, y, target, count);
              } else {
                mean(s, x, corner, line, channels, height, width, y, target);
              }
            }
          }
        });
  }

  /** Adjacent blocks of FLOAT32 elements whose rows fit into a tile. */
  private static int columnsAtOnce(DType dtype, int elements) {
    return switch (dtype) {
      case FLOAT32 -> Math.max(1, Scratch.TILE / Math.max(1, elements));
      case FLOAT64 -> 1;
    };
  }

  /** The means of adjacent blocks: first down the rows, then across the columns. */
  private static void means(
      Scratch s,
      Mem x,
      int corner,
      int line,
      int channels,
      int height,
      int width,
      Mem y,
      int at,
      int count) {
    int length = count * width * channels;
    float[] sum = s.load(0, x, corner, length);
    for (int row = 1; row < height; row++) {
      FloatMath.binary(BinaryOp.ADD, sum, s.load(1, x, corner + row * line, length), length);
    }
    float[] mean = s.floats(2);
    for (int block = 0; block < count; block++) {
      across(sum, block * width * channels, width, channels, mean, block * channels);
    }
    FloatMath.affine(mean, count * channels, 1f / (height * width), 0);
    Scratch.store(mean, y, at, count * channels);
  }

  private static void across(
      float[] sum, int from, int width, int channels, float[] to, int target) {
    System.arraycopy(sum, from, to, target, channels);
    for (int column = 1; column < width; column++) {
      int start = from + column * channels;
      FloatMath.add(to, target, sum, start, channels);
    }
  }

  /** The mean of one block, channel by channel. */
  private static void mean(
      Scratch s, Mem x, int corner, int line, int channels, int height, int width, Mem y, int at) {
    for (int channel = 0; channel < channels; channel += Scratch.TILE) {
      int part = Math.min(Scratch.TILE, channels - channel);
      double[] sum = s.doubles(1);
      Arrays.fill(sum, 0, part, 0);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          double[] added = s.widen(0, x, corner + row * line + column * channels + channel, part);
          for (int i = 0; i < part; i++) {
            sum[i] += added[i];
          }
        }
      }
      for (int i = 0; i < part; i++) {
        sum[i] /= (double) height * width;
      }
      s.narrow(1, y, at + channel, part);
    }
  }

  /** y ← each sample of x [n, h, w, c] moved by its shift, with zeros where nothing moves in. */
  void translate(Mem x, Mem y, Shape maps, List<Shift> shifts) {
    int height = maps.dim(1);
    int channels = maps.dim(3);
    int line = maps.dim(2) * channels;
    chunked(
        maps.dim(0) * height,
        line,
        (s, from, to) -> {
          for (int row = from; row < to; row++) {
            Shift shift = shifts.get(row / height);
            int source = row % height - shift.down();
            boolean inside = source >= 0 && source < height;
            int left = inside ? Math.max(0, shift.right()) * channels : line;
            int right = inside ? Math.max(0, -shift.right()) * channels : 0;
            int start = row * line;
            zero(s, y, start, left);
            copy(s, x, start - shift.down() * line + right, line - left - right, y, start + left);
            zero(s, y, start + line - right, right);
          }
        });
  }

  private static void zero(Scratch s, Mem y, int start, int length) {
    Arrays.fill(s.doubles(0), 0, Math.min(Scratch.TILE, length), 0);
    for (int at = 0; at < length; at += Scratch.TILE) {
      s.narrow(0, y, start + at, Math.min(Scratch.TILE, length - at));
    }
  }

  /** Columns [toColumn, toColumn + length) of y ← columns from fromColumn of x, on every row. */
  void copyColumns(
      Mem x,
      int fromColumn,
      int columnsOfX,
      Mem y,
      int toColumn,
      int columnsOfY,
      int length,
      int rows) {
    chunked(
        rows,
        length,
        (s, from, to) -> {
          for (int row = from; row < to; row++) {
            copy(s, x, row * columnsOfX + fromColumn, length, y, row * columnsOfY + toColumn);
          }
        });
  }
}
