package org.gan4j.core.backend.cpu;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.DType;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.cpu.DnnConvolution.Kind;

/** Convolutions and their adjoints in FLOAT32 by oneDNN. */
final class DnnConvolutions implements AutoCloseable {
  /** Plans that are kept; a training step uses a few dozen. */
  private static final int PLANS = 512;

  /** Below this many channels, oneDNN's adjoint by the maps fills its vectors badly. */
  private static final int FEWEST_CHANNELS = 8;

  private final Workers workers;
  private final Scratch[] scratch;
  private final Arena work;
  private final long[] streams;
  private final Map<Key, Optional<DnnPlan>> plans = new HashMap<>();

  private record Key(Kind kind, MapGeometry geometry) {}

  DnnConvolutions(Workers workers, Scratch[] scratch, Arena work) {
    this.workers = workers;
    this.scratch = scratch;
    this.work = work;
    streams = new long[workers.threads()];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = OneDnn.stream();
    }
  }

  /** {@return how to compute it, unless patches are better or oneDNN has no fast way} */
  Optional<DnnPlan> plan(Kind kind, MapGeometry g) {
    if (!suits(kind, g)) {
      return Optional.empty();
    }
    Key key = new Key(kind, g);
    Optional<DnnPlan> plan = plans.get(key);
    if (plan == null) {
      if (plans.size() == PLANS) {
        closePlans();
      }
      DnnPlan[] created = new DnnPlan[1];
      OneDnn.single(() -> created[0] = DnnPlan.create(kind, g, workers.threads()));
      plan = Optional.ofNullable(created[0]);
      plans.put(key, plan);
    }
    return plan;
  }

  private static boolean suits(Kind kind, MapGeometry g) {
    return switch (kind) {
      // oneDNN 3.11 reads elements that it has not set where a row has one position only.
      case FORWARD -> g.columns() > 1;
      case BY_MAPS -> g.channels() >= FEWEST_CHANNELS;
      case BY_WEIGHTS -> true;
    };
  }

  /** y ← activation(x ∗ w + bias), where {@code finish} adds the bias and so on. */
  void forward(DnnPlan plan, Mem x, Mem w, Mem y, BiasActivation finish) {
    MapGeometry g = plan.geometry();
    convert(
        plan,
        w,
        (part, worker, weights, scratchpad) -> {
          int from = plan.from(part);
          long maps = x.plus(from * g.map()).address();
          long results = y.plus(from * g.result()).address();
          plan.of(part).run(streams[worker], worker, maps, weights, results, scratchpad);
          int area = g.rows() * g.columns();
          finish.apply(scratch[worker], from * area, plan.to(part) * area, 0, g.out());
        });
  }

  /** y ← activation(z + bias) with z the adjoint by the maps. */
  void byMaps(DnnPlan plan, Mem gradient, Mem w, Mem y, BiasActivation finish) {
    MapGeometry g = plan.geometry();
    convert(
        plan,
        w,
        (part, worker, weights, scratchpad) -> {
          int from = plan.from(part);
          long maps = y.plus(from * g.map()).address();
          long results = gradient.plus(from * g.result()).address();
          plan.of(part).run(streams[worker], worker, maps, weights, results, scratchpad);
          int area = g.height() * g.width();
          finish.apply(scratch[worker], from * area, plan.to(part) * area, 0, g.channels());
        });
  }

  /** Work on one part. */
  @FunctionalInterface
  private interface Part {
    void run(int part, int worker, long weights, long scratchpad);
  }

  /** Runs all parts with the weights in oneDNN's layout. */
  private void convert(DnnPlan plan, Mem w, Part work) {
    Mem[] scratchpads = scratchpads(plan);
    long full = converted(plan.full(), w, scratchpads[0]);
    long last = plan.last() == plan.full() ? full : converted(plan.last(), w, scratchpads[0]);
    run(
        plan,
        (part, worker) -> {
          long weights = part == plan.parts() - 1 ? last : full;
          work.run(part, worker, weights, scratchpads[worker].address());
        });
    this.work.release(0);
  }

  private long converted(DnnConvolution convolution, Mem w, Mem scratchpad) {
    Mem weights = work.allocate(DType.FLOAT32, DnnPlan.elements(convolution.weightBytes()));
    OneDnn.single(
        () ->
            convolution.reorder(streams[0], w.address(), weights.address(), scratchpad.address()));
    return weights.address();
  }

  /** dw ← the adjoint by the weights: partial sums over parts of the batch, added in order. */
  void byWeights(DnnPlan plan, Mem x, Mem gradient, Mem dw) {
    MapGeometry g = plan.geometry();
    Mem[] scratchpads = scratchpads(plan);
    int size = DnnPlan.elements(plan.full().weightBytes());
    Mem sums = work.allocate(DType.FLOAT32, (long) plan.parts() * size);
    run(
        plan,
        (part, worker) -> {
          int from = plan.from(part);
          long maps = x.plus(from * g.map()).address();
          long results = gradient.plus(from * g.result()).address();
          long sum = sums.plus(part * size).address();
          long scratchpad = scratchpads[worker].address();
          plan.of(part).run(streams[worker], worker, maps, sum, results, scratchpad);
        });
    total(sums, plan.parts(), size);
    OneDnn.single(
        () ->
            plan.full()
                .reorder(streams[0], sums.address(), dw.address(), scratchpads[0].address()));
    work.release(0);
  }

  /** The first part ← the sum of all, in order. */
  private void total(Mem sums, int parts, int size) {
    workers.run(
        (size + Scratch.TILE - 1) / Scratch.TILE,
        (tile, worker) -> {
          int start = tile * Scratch.TILE;
          int length = Math.min(Scratch.TILE, size - start);
          float[] sum = scratch[worker].load(0, sums, start, length);
          for (int part = 1; part < parts; part++) {
            float[] added = scratch[worker].load(1, sums, part * size + start, length);
            FloatMath.binary(BinaryOp.ADD, sum, added, length);
          }
          Scratch.store(sum, sums, start, length);
        });
  }

  private void run(DnnPlan plan, Workers.Chunk part) {
    workers.run(plan.parts(), (index, worker) -> OneDnn.single(() -> part.run(index, worker)));
  }

  private Mem[] scratchpads(DnnPlan plan) {
    Mem[] scratchpads = new Mem[workers.threads()];
    for (int i = 0; i < scratchpads.length; i++) {
      scratchpads[i] = work.allocate(DType.FLOAT32, plan.scratch());
    }
    return scratchpads;
  }

  private void closePlans() {
    plans.values().forEach(plan -> plan.ifPresent(DnnPlan::close));
    plans.clear();
  }

  @Override
  public void close() {
    closePlans();
    for (long stream : streams) {
      OneDnn.streamDestroy(stream);
    }
  }
}
