package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.cpu.DnnConvolution.Kind;

/**
 * How a batch is convolved by oneDNN: in parts of equal size, but for the last, which are the work
 * of one thread each. The parts depend only on the shapes, and so do the results.
 *
 * @param geometry of the whole batch
 * @param parts number of parts
 * @param each samples in a part
 * @param full computes a part
 * @param last computes the last part
 */
record DnnPlan(MapGeometry geometry, int parts, int each, DnnConvolution full, DnnConvolution last)
    implements AutoCloseable {
  /** Parts of a batch at least, so that threads can share the work evenly. */
  private static final int PARTS = 8;

  /** Elements of the maps of a part. */
  private static final int CACHED = 1 << 18;

  /** Parts of a batch at least where each has a partial sum of the weights' gradient. */
  private static final int FEWEST_SUMS = 4;

  /** Elements of all partial sums of a weights' gradient, if there are more than the fewest. */
  private static final int PARTIAL_SUMS = 1 << 20;

  /** {@return the plan, or null where oneDNN has no fast implementation} */
  static DnnPlan create(Kind kind, MapGeometry g, int workers) {
    int each = kind == Kind.BY_WEIGHTS ? ceilDiv(g.samples(), sums(g)) : cached(g);
    int parts = ceilDiv(g.samples(), each);
    int rest = g.samples() - (parts - 1) * each;
    DnnConvolution full = DnnConvolution.create(kind, g, each, workers);
    if (full == null || rest == each) {
      return full == null ? null : new DnnPlan(g, parts, each, full, full);
    }
    DnnConvolution last = DnnConvolution.create(kind, g, rest, workers);
    if (last == null) {
      full.close();
      return null;
    }
    return new DnnPlan(g, parts, each, full, last);
  }

  /** Samples whose results are still in cache when the bias and the activation follow. */
  private static int cached(MapGeometry g) {
    int fitting = Math.max(1, CACHED / Math.max(g.map(), g.result()));
    return Math.min(fitting, ceilDiv(g.samples(), PARTS));
  }

  private static int sums(MapGeometry g) {
    return Math.max(FEWEST_SUMS, Math.min(PARTS, PARTIAL_SUMS / (g.out() * g.patch())));
  }

  private static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }

  /** {@return what computes a part} */
  DnnConvolution of(int part) {
    return part == parts - 1 ? last : full;
  }

  int from(int part) {
    return part * each;
  }

  int to(int part) {
    return Math.min(geometry.samples(), (part + 1) * each);
  }

  /** {@return elements of scratch memory that a worker needs} */
  int scratch() {
    return elements(Math.max(full.scratchBytes(), last.scratchBytes()));
  }

  static int elements(long bytes) {
    return Math.toIntExact((bytes + Float.BYTES - 1) / Float.BYTES);
  }

  @Override
  public void close() {
    full.close();
    if (last != full) {
      last.close();
    }
  }
}
