package org.gan4j.cuda;

import org.gan4j.core.DType;

/**
 * Sums in two passes: parts in blocks of threads, then the parts in order. How the work is divided
 * depends on shapes alone, so that results repeat bit for bit.
 */
final class DeviceSums {
  private static final int GROUP_THREADS = KernelLaunch.LANES * KernelLaunch.GROUPS;
  private static final int ELEMENTS_PER_BLOCK = 8 * GROUP_THREADS;
  private static final int MOST_BLOCKS = 512;
  private static final int ROWS_PER_PART = 4 * KernelLaunch.GROUPS;
  private static final int MOST_PARTS = 64;

  private final CudaStream stream;
  private final DeviceArena work;

  DeviceSums(CudaStream stream, DeviceArena work) {
    this.stream = stream;
    this.work = work;
  }

  /** *out ← Σ x or Σ x², rounded to the type of {@code out}. */
  void all(DeviceMemory x, long elements, boolean squares, DeviceMemory out) {
    int blocks = KernelLaunch.blocks(Math.max(1, elements), ELEMENTS_PER_BLOCK);
    blocks = Math.min(MOST_BLOCKS, blocks);
    DeviceMemory partials = work.allocate(DType.FLOAT64, blocks);
    stream
        .launch(Kernel.PARTIAL_SUMS, x.dtype())
        .at(x)
        .at(partials)
        .count((int) elements)
        .count(squares ? 1 : 0)
        .grouped(blocks, 1);
    stream.launch(Kernel.TOTAL, out.dtype()).at(partials).at(out).count(blocks).grouped(1, 1);
    work.release(0);
  }

  /** y[r] ← Σ a ⊙ b over row r, or Σ a where b is null. */
  void rows(DeviceMemory a, DeviceMemory b, DeviceMemory y, int rows, int columns) {
    stream
        .launch(Kernel.ROW_DOTS, a.dtype())
        .at(a)
        .at(b)
        .at(y)
        .count(rows)
        .count(columns)
        .grouped(KernelLaunch.blocks(rows, KernelLaunch.GROUPS), 1);
  }

  /** y[r] ← the largest element of row r. */
  void maxima(DeviceMemory x, DeviceMemory y, int rows, int columns) {
    stream
        .launch(Kernel.ROW_MAX, x.dtype())
        .at(x)
        .at(y)
        .count(rows)
        .count(columns)
        .grouped(KernelLaunch.blocks(rows, KernelLaunch.GROUPS), 1);
  }

  /**
   * How the rows of a matrix are divided.
   *
   * @param rows of the matrix
   * @param columns of the matrix
   * @param perPart rows of a part
   * @param parts how many there are, at least 1
   */
  record Division(int rows, int columns, int perPart, int parts) {
    static Division of(int rows, int columns) {
      int most = KernelLaunch.blocks(Math.max(1, rows), MOST_PARTS);
      int perPart = Math.max(ROWS_PER_PART, most);
      return new Division(rows, columns, perPart, KernelLaunch.blocks(Math.max(1, rows), perPart));
    }

    /** Adds the matrix's extents and the rows of a part, and runs the kernel. */
    KernelLaunch extents(KernelLaunch launch) {
      return launch.count(rows).count(columns).count(perPart);
    }

    void run(KernelLaunch launch) {
      launch.grouped(KernelLaunch.blocks(columns, KernelLaunch.LANES), parts);
    }
  }

  /** {@return memory for the parts of this many sums for each column} */
  DeviceMemory partials(Division division, int sums) {
    return work.allocate(
        DType.FLOAT64, (long) sums * division.parts() * Math.max(1, division.columns()));
  }

  /** Ends the use of what {@link #partials} returned. */
  void done() {
    work.release(0);
  }

  /** y[c] ← Σ x over column c. */
  void columns(DeviceMemory x, DeviceMemory y, int rows, int columns) {
    Division division = Division.of(rows, columns);
    DeviceMemory partials = partials(division, 1);
    KernelLaunch launch = stream.launch(Kernel.COLUMN_SUMS, x.dtype()).at(x).at(partials);
    division.run(division.extents(launch));
    finish(division, partials, 1, y);
  }

  /** y[c] ← scale · Σ of the parts of column c, in order. */
  void finish(Division division, DeviceMemory partials, double scale, DeviceMemory y) {
    stream
        .launch(Kernel.FINISH_COLUMNS, y.dtype())
        .at(partials)
        .at(y)
        .count(division.parts())
        .count(division.columns())
        .number(scale)
        .each(division.columns());
    done();
  }
}
