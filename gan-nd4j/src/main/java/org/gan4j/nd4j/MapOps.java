package org.gan4j.nd4j;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolutions as products with patches, and blockwise operations, composed of copies and sums of
 * strided views. Patches are made a few samples at a time.
 */
final class MapOps {
  /** Elements of the patches that are made at a time. */
  private static final long CHUNK = 1L << 22;

  private final Ops ops;
  private final Pool pool;

  MapOps(Ops ops, Pool pool) {
    this.ops = ops;
    this.pool = pool;
  }

  /** A convolution from maps [n, h, w, c] to maps [n, rows, columns, out]. */
  record Geometry(Shape maps, Shape result, Window window) {
    long patch() {
      return (long) window.area() * maps.dim(3);
    }

    /** {@return positions of the window on one map} */
    long positions() {
      return (long) result.dim(1) * result.dim(2);
    }

    long out() {
      return result.dim(3);
    }

    private long paddedRow() {
      return (maps.dim(2) + 2L * window.paddingWidth()) * maps.dim(3);
    }

    private long paddedMap() {
      return (maps.dim(1) + 2L * window.paddingHeight()) * paddedRow();
    }

    private int samplesPerChunk() {
      return (int) Math.max(1, Math.min(maps.dim(0), CHUNK / (positions() * patch())));
    }

    /** What of a padded map is no padding. */
    private INDArray inner(Nd4jArray padded, long samples) {
      long corner =
          window.paddingHeight() * paddedRow() + (long) window.paddingWidth() * maps.dim(3);
      return Views.of(
          padded.flat(), corner, extents(maps, samples), paddedMap(), paddedRow(), maps.dim(3), 1);
    }

    /** What one element of the kernel covers, for all positions. */
    private INDArray covered(Nd4jArray padded, long samples, int ky, int kx) {
      return Views.of(
          padded.flat(),
          ky * paddedRow() + (long) kx * maps.dim(3),
          new long[] {samples, result.dim(1), result.dim(2), maps.dim(3)},
          paddedMap(),
          window.strideHeight() * paddedRow(),
          (long) window.strideWidth() * maps.dim(3),
          1);
    }

    /** Where the patches hold it. */
    private INDArray inPatches(Nd4jArray patches, long samples, int ky, int kx) {
      return Views.of(
          patches.flat(),
          ((long) ky * window.width() + kx) * maps.dim(3),
          new long[] {samples, result.dim(1), result.dim(2), maps.dim(3)},
          positions() * patch(),
          result.dim(2) * patch(),
          patch(),
          1);
    }
  }

  private static long[] extents(Shape maps, long samples) {
    return new long[] {samples, maps.dim(1), maps.dim(2), maps.dim(3)};
  }

  /** Work on a copy of some of a batch. */
  @FunctionalInterface
  private interface Chunk {
    void run(long from, long to);
  }

  private static void chunked(Geometry g, Chunk work) {
    int each = g.samplesPerChunk();
    for (int from = 0; from < g.maps().dim(0); from += each) {
      work.run(from, Math.min(from + each, g.maps().dim(0)));
    }
  }

  /** y ← x ∗ w. */
  void forward(Geometry g, Nd4jArray x, Nd4jArray w, Nd4jArray y) {
    chunked(
        g,
        (from, to) -> {
          long mark = pool.mark();
          long rows = (to - from) * g.positions();
          INDArray patches = patches(g, x, from, to).matrix(rows, g.patch());
          Nd4jArray part = y.slice(from * g.positions() * g.out(), to * g.positions() * g.out());
          ops.product(
              patches, false, w.matrix(g.out(), g.patch()), true, part.matrix(rows, g.out()));
          pool.release(mark);
        });
  }

  private Nd4jArray patches(Geometry g, Nd4jArray x, long from, long to) {
    long samples = to - from;
    Nd4jArray padded = pool.allocate(x.dtype(), samples * g.paddedMap());
    ops.fill(0, padded.flat());
    long map = g.maps().columns();
    INDArray some = x.slice(from * map, to * map).flat().reshape('c', extents(g.maps(), samples));
    ops.copy(some, g.inner(padded, samples));
    Nd4jArray patches = pool.allocate(x.dtype(), samples * g.positions() * g.patch());
    for (int ky = 0; ky < g.window().height(); ky++) {
      for (int kx = 0; kx < g.window().width(); kx++) {
        ops.copy(g.covered(padded, samples, ky, kx), g.inPatches(patches, samples, ky, kx));
      }
    }
    return patches;
  }

  /** y ← the transposed convolution of the gradient. */
  void byMaps(Geometry g, Nd4jArray gradient, Nd4jArray w, Nd4jArray y) {
    chunked(
        g,
        (from, to) -> {
          long mark = pool.mark();
          long samples = to - from;
          long rows = samples * g.positions();
          Nd4jArray patches = pool.allocate(y.dtype(), rows * g.patch());
          ops.product(
              rowsOf(g, gradient, from, to),
              false,
              w.matrix(g.out(), g.patch()),
              false,
              patches.matrix(rows, g.patch()));
          Nd4jArray padded = pool.allocate(y.dtype(), samples * g.paddedMap());
          ops.fill(0, padded.flat());
          for (int ky = 0; ky < g.window().height(); ky++) {
            for (int kx = 0; kx < g.window().width(); kx++) {
              INDArray covered = g.covered(padded, samples, ky, kx);
              ops.add(covered, g.inPatches(patches, samples, ky, kx), covered);
            }
          }
          long map = g.maps().columns();
          INDArray part =
              y.slice(from * map, to * map).flat().reshape('c', extents(g.maps(), samples));
          ops.copy(g.inner(padded, samples), part);
          pool.release(mark);
        });
  }

  private static INDArray rowsOf(Geometry g, Nd4jArray gradient, long from, long to) {
    long each = g.positions() * g.out();
    return gradient.slice(from * each, to * each).matrix((to - from) * g.positions(), g.out());
  }

  /** dw ← the gradient of the weights. */
  void byWeights(Geometry g, Nd4jArray x, Nd4jArray gradient, Nd4jArray dw) {
    ops.fill(0, dw.flat());
    chunked(
        g,
        (from, to) -> {
          long mark = pool.mark();
          INDArray patches = patches(g, x, from, to).matrix((to - from) * g.positions(), g.patch());
          Nd4jArray part = pool.allocate(dw.dtype(), g.out() * g.patch());
          ops.product(
              rowsOf(g, gradient, from, to), true, patches, false, part.matrix(g.out(), g.patch()));
          ops.add(dw.flat(), part.flat(), dw.flat());
          pool.release(mark);
        });
  }

  /** y ← each element of x repeated in a block. */
  void upsample(Nd4jArray x, Shape maps, int height, int width, Nd4jArray y) {
    INDArray all = x.flat().reshape('c', extents(maps, maps.dim(0)));
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        ops.copy(all, ofBlocks(y, maps, height, width, row, column));
      }
    }
  }

  /** y ← the mean of each block of x; maps are y's. */
  void averagePool(Nd4jArray x, Shape maps, int height, int width, Nd4jArray y) {
    long mark = pool.mark();
    Nd4jArray sums = pool.allocate(DType.FLOAT64, maps.size());
    Nd4jArray wide = pool.allocate(DType.FLOAT64, maps.size());
    ops.fill(0, sums.flat());
    INDArray some = wide.flat().reshape('c', extents(maps, maps.dim(0)));
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        ops.copy(ofBlocks(x, maps, height, width, row, column), some);
        ops.add(sums.flat(), wide.flat(), sums.flat());
      }
    }
    ops.scale(sums.flat(), 1.0 / ((double) height * width), sums.flat());
    ops.copy(sums.flat(), y.flat());
    pool.release(mark);
  }

  /** One element of each block of large maps, of which {@code small} holds one element a block. */
  private static INDArray ofBlocks(
      Nd4jArray large, Shape small, long height, long width, int row, int column) {
    long channels = small.dim(3);
    long line = small.dim(2) * width * channels;
    return Views.of(
        large.flat(),
        row * line + column * channels,
        extents(small, small.dim(0)),
        small.dim(1) * height * line,
        height * line,
        width * channels,
        1);
  }

  /** y ← each sample of x moved by its shift, with zeros where nothing moves in. */
  void translate(Nd4jArray x, Shape maps, List<Shift> shifts, Nd4jArray y) {
    ops.fill(0, y.flat());
    for (int sample = 0; sample < maps.dim(0); sample++) {
      Shift shift = shifts.get(sample);
      boolean overlaps =
          Math.abs(shift.down()) < maps.dim(1) && Math.abs(shift.right()) < maps.dim(2);
      if (overlaps) {
        ops.copy(overlap(x, maps, sample, shift.opposite()), overlap(y, maps, sample, shift));
      }
    }
  }

  /** What of a sample the maps cover that move onto it. */
  private static INDArray overlap(Nd4jArray all, Shape maps, long sample, Shift shift) {
    int channels = maps.dim(3);
    long line = (long) maps.dim(2) * channels;
    long map = maps.dim(1) * line;
    return Views.of(
        all.flat(),
        sample * map
            + Math.max(0, shift.down()) * line
            + (long) Math.max(0, shift.right()) * channels,
        new long[] {
          1, maps.dim(1) - Math.abs(shift.down()), maps.dim(2) - Math.abs(shift.right()), channels
        },
        map,
        line,
        channels,
        1);
  }

  /** Columns of y from {@code at} ← columns of x from {@code from}, on every row. */
  void copyColumns(
      Nd4jArray x,
      long from,
      long columnsOfX,
      Nd4jArray y,
      long at,
      long columnsOfY,
      long count,
      long rows) {
    ops.copy(
        Views.columns(x.flat(), rows, columnsOfX, from, count),
        Views.columns(y.flat(), rows, columnsOfY, at, count));
  }
}
