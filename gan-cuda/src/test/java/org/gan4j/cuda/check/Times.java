package org.gan4j.cuda.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedPlan;
import org.gan4j.speed.run.SpeedResults;
import org.gan4j.speed.run.SpeedRun;
import org.gan4j.speed.workload.Workloads;

/** Times of steps and products; every run ends when the device is done. */
final class Times {
  private static final List<String> LARGE =
      List.of("step/toy2d", "step/mlp", "step/dcgan", "gemm/1024", "gemm/2048");
  private static final List<String> SMALL = List.of("step/toy2d", "step/mlp256", "gemm/256");
  private static final int EDGE = 4096;

  private final CheckOptions options;

  Times(CheckOptions options) {
    this.options = options;
  }

  SpeedResults measured(Map<String, String> facts) {
    List<String> wanted = options.large() ? LARGE : SMALL;
    List<Workload> workloads = new ArrayList<>(Workloads.only(Workloads.quick(), wanted));
    if (options.large()) {
      workloads.add(new LargeProduct());
    }
    int threads = Runtime.getRuntime().availableProcessors();
    SpeedPlan plan =
        new SpeedPlan(options.backends(), threads, DType.FLOAT32, workloads, options.seconds());
    return new SpeedRun(plan, new Progress()).results(facts);
  }

  /** Says what is measured. */
  private static final class Progress implements SpeedRun.Listener {
    @Override
    public void began(String what) {
      System.out.println("timing " + what);
    }

    @Override
    public void timed(List<CaseResult> results) {}
  }

  /** A product that fills a GPU; {@code gan bench} does not ask it of CPUs. */
  private static final class LargeProduct implements Workload {
    @Override
    public String name() {
      return "gemm/" + EDGE + "x" + EDGE + "x" + EDGE + "-nt";
    }

    @Override
    public Kind kind() {
      return Kind.GEMM;
    }

    @Override
    public Cost cost(DType dtype) {
      double elements = (double) EDGE * EDGE;
      return new Cost(2 * elements * EDGE, 3 * elements * dtype.bytes());
    }

    @Override
    public Task open(Backend backend) {
      Tensor a = backend.full(Shape.of(EDGE, EDGE), backend.dtype(), 0.5);
      Tensor b = backend.full(Shape.of(EDGE, EDGE), backend.dtype(), 0.25);
      return new ProductTask(backend, a, b);
    }
  }

  private record ProductTask(Backend backend, Tensor a, Tensor b) implements Task {
    @Override
    public void run() {
      try (Tape tape = Tape.on(backend)) {
        tape.constant(backend.gemm(a, false, b, true));
        backend.sync();
      }
    }

    @Override
    public List<double[]> results() {
      try (Tape tape = Tape.on(backend)) {
        return backend.toDoubles(List.of(tape.constant(backend.gemm(a, false, b, true)).value()));
      }
    }

    @Override
    public List<double[]> operands() {
      return backend.toDoubles(List.of(a, b));
    }
  }
}
