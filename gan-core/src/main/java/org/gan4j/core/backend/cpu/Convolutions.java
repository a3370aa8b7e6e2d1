package org.gan4j.core.backend.cpu;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.core.DType;
import org.gan4j.core.backend.cpu.Blas.Operand;
import org.gan4j.core.backend.cpu.DnnConvolution.Kind;

/**
 * Convolutions and their adjoints as products with patches, a few rows of positions at a time, so
 * that the patches stay in cache. What a chunk computes depends only on the shapes, and so do the
 * results, whatever the number of threads.
 */
final class Convolutions implements AutoCloseable {
  /** Elements of the patches that are made at a time. */
  private static final int CHUNK = 1 << 18;

  /** Chunks that a batch is cut into at least, so that threads can share the work evenly. */
  private static final int FEWEST_CHUNKS = 8;

  /** Elements of all partial sums of a weights' gradient, if there are more than two. */
  private static final long PARTIAL_SUMS = 1L << 22;

  private final Workers workers;
  private final Products products;
  private final Scratch[] scratch;
  private final Arena work;
  private final Optional<DnnConvolutions> dnn;
  private final Patches[] floats;
  private final Patches[] doubles;

  Convolutions(Workers workers, Products products, Scratch[] scratch, Arena work) {
    this.workers = workers;
    this.products = products;
    this.scratch = scratch;
    this.work = work;
    dnn =
        OneDnn.available()
            ? Optional.of(new DnnConvolutions(workers, scratch, work))
            : Optional.empty();
    floats = new Patches[workers.threads()];
    doubles = new Patches[workers.threads()];
    for (int i = 0; i < workers.threads(); i++) {
      floats[i] = new FloatPatches();
      doubles[i] = new DoublePatches();
    }
  }

  /** y ← activation(x ∗ w + bias), where {@code finish} adds the bias and so on. */
  void forward(MapGeometry g, Mem x, Mem w, Mem y, BiasActivation finish) {
    Optional<DnnPlan> plan = plan(Kind.FORWARD, g, y.dtype());
    if (plan.isPresent()) {
      dnn.get().forward(plan.get(), x, w, y, finish);
      return;
    }
    int each = rowsPerChunk(g);
    Mem[] patches = buffers(y.dtype(), each * g.patchRow());
    Operand weights = new Operand(w.address(), g.patch(), true);
    workers.run(
        chunks(g.allRows(), each),
        (chunk, worker) -> {
          int from = chunk * each * g.columns();
          int to = Math.min((chunk + 1) * each, g.allRows()) * g.columns();
          gather(g, x, chunk, each, worker, patches[worker]);
          products
              .blas(worker)
              .gemm(
                  y.dtype(),
                  to - from,
                  g.out(),
                  g.patch(),
                  new Operand(patches[worker].address(), g.patch(), false),
                  weights,
                  new Operand(y.plus(from * g.out()).address(), g.out(), false));
          finish.apply(scratch[worker], from, to, 0, g.out());
        });
    work.release(0);
  }

  private void gather(MapGeometry g, Mem x, int chunk, int each, int worker, Mem patches) {
    int to = Math.min((chunk + 1) * each, g.allRows());
    patches(x.dtype(), worker).gather(g, x, chunk * each, to, patches);
  }

  /** y ← activation(z + bias) with z the adjoint by the maps. */
  void byMaps(MapGeometry g, Mem gradient, Mem w, Mem y, BiasActivation finish) {
    Optional<DnnPlan> plan = plan(Kind.BY_MAPS, g, y.dtype());
    if (plan.isPresent()) {
      dnn.get().byMaps(plan.get(), gradient, w, y, finish);
      return;
    }
    int samples = samplesPerChunk(g);
    int each = Math.min(samples * g.rows(), Math.max(1, CHUNK / Math.max(1, g.patchRow())));
    Mem[] patches = buffers(y.dtype(), each * g.patchRow());
    int area = g.height() * g.width();
    workers.run(
        chunks(g.samples(), samples),
        (chunk, worker) -> {
          int first = chunk * samples;
          int last = Math.min(first + samples, g.samples());
          for (int row = first * g.rows(); row < last * g.rows(); row += each) {
            int to = Math.min(row + each, last * g.rows());
            spread(g, gradient, w, row, to, worker, patches[worker]);
            patches(y.dtype(), worker).scatter(g, patches[worker], row, to, y);
          }
          finish.apply(scratch[worker], first * area, last * area, 0, g.channels());
        });
    work.release(0);
  }

  /** Each position's share in the result, before overlapping ones are added. */
  private void spread(
      MapGeometry g, Mem gradient, Mem w, int fromRow, int toRow, int worker, Mem patches) {
    Mem rows = gradient.plus(fromRow * g.columns() * g.out());
    products
        .blas(worker)
        .gemm(
            patches.dtype(),
            (toRow - fromRow) * g.columns(),
            g.patch(),
            g.out(),
            new Operand(rows.address(), g.out(), false),
            new Operand(w.address(), g.patch(), false),
            new Operand(patches.address(), g.patch(), false));
  }

  /** dw ← the adjoint by the weights: partial sums over parts of the batch, added in order. */
  void byWeights(MapGeometry g, Mem x, Mem gradient, Mem dw) {
    Optional<DnnPlan> plan = plan(Kind.BY_WEIGHTS, g, dw.dtype());
    if (plan.isPresent()) {
      dnn.get().byWeights(plan.get(), x, gradient, dw);
      return;
    }
    int each = rowsPerChunk(g);
    int chunks = chunks(g.allRows(), each);
    int size = g.out() * g.patch();
    int parts = (int) Math.max(2, Math.min(FEWEST_CHUNKS, PARTIAL_SUMS / size));
    int perPart = chunks(chunks, parts);
    int used = chunks(chunks, perPart);
    Mem[] patches = buffers(dw.dtype(), each * g.patchRow());
    Mem sums = work.allocate(dw.dtype(), (long) used * size);
    workers.run(
        used,
        (part, worker) -> {
          Operand sum = new Operand(sums.plus(part * size).address(), g.patch(), false);
          int first = part * perPart;
          for (int chunk = first; chunk < Math.min(chunks, first + perPart); chunk++) {
            gather(g, x, chunk, each, worker, patches[worker]);
            int from = chunk * each * g.columns();
            int to = Math.min((chunk + 1) * each, g.allRows()) * g.columns();
            Mem rows = gradient.plus(from * g.out());
            products
                .blas(worker)
                .gemm(
                    dw.dtype(),
                    g.out(),
                    g.patch(),
                    to - from,
                    new Operand(rows.address(), g.out(), true),
                    new Operand(patches[worker].address(), g.patch(), false),
                    sum,
                    chunk > first);
          }
        });
    total(sums, used, size, dw);
    work.release(0);
  }

  /** y ← the sum of the parts, in order. */
  private void total(Mem sums, int parts, int size, Mem y) {
    int tiles = chunks(size, Scratch.TILE);
    workers.run(
        tiles,
        (tile, worker) -> {
          Scratch s = scratch[worker];
          int start = tile * Scratch.TILE;
          int length = Math.min(Scratch.TILE, size - start);
          double[] sum = s.doubles(0);
          Arrays.fill(sum, 0, length, 0);
          for (int part = 0; part < parts; part++) {
            double[] added = s.widen(1, sums, part * size + start, length);
            for (int i = 0; i < length; i++) {
              sum[i] += added[i];
            }
          }
          s.narrow(0, y, start, length);
        });
  }

  private Optional<DnnPlan> plan(Kind kind, MapGeometry g, DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> dnn.flatMap(convolutions -> convolutions.plan(kind, g));
      case FLOAT64 -> Optional.empty();
    };
  }

  @Override
  public void close() {
    dnn.ifPresent(DnnConvolutions::close);
  }

  private Patches patches(DType dtype, int worker) {
    return switch (dtype) {
      case FLOAT32 -> floats[worker];
      case FLOAT64 -> doubles[worker];
    };
  }

  /** One buffer for each worker. */
  private Mem[] buffers(DType dtype, int elements) {
    Mem[] buffers = new Mem[workers.threads()];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = work.allocate(dtype, elements);
    }
    return buffers;
  }

  private static int rowsPerChunk(MapGeometry g) {
    int fitting = Math.max(1, CHUNK / Math.max(1, g.patchRow()));
    return Math.min(fitting, chunks(g.allRows(), FEWEST_CHUNKS));
  }

  private static int samplesPerChunk(MapGeometry g) {
    long map = Math.max(1, (long) g.rows() * g.patchRow());
    return (int) Math.max(1, Math.min(CHUNK / map, chunks(g.samples(), FEWEST_CHUNKS)));
  }

  private static int chunks(int things, int each) {
    return (things + each - 1) / each;
  }
}
