package org.gan4j.speed.run;

import java.util.List;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendName;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.Scope;
import org.gan4j.speed.Budget;
import org.gan4j.speed.InterleavedRounds;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.GemmLayout;
import org.gan4j.speed.workload.GemmWorkload;
import org.gan4j.speed.workload.KernelWorkload;
import org.gan4j.speed.workload.MemoryPass;
import org.gan4j.speed.workload.ProductShape;

/** Measures ceilings: the fastest round of the best product, and of a copy of 32 MiB. */
final class CeilingMeter {
  private static final List<ProductShape> SIZES =
      List.of(ProductShape.SQUARE_512, ProductShape.SQUARE_1024, ProductShape.SQUARE_2048);

  private static final int COPY_ROWS = 8192;
  private static final int COPY_COLUMNS = 1024;

  /** A size after one that takes longer would take minutes. */
  private static final double LONGEST_MICROS = 3e5;

  private final Budget budget;

  /** Takes the time for each measurement. */
  CeilingMeter(Budget budget) {
    this.budget = budget;
  }

  Ceiling measure(String name, BackendOptions options) {
    try (Backend backend = Backends.open(name, options)) {
      return new Ceiling(name, device(name), options.threads(), gflops(backend), gbps(backend));
    }
  }

  private double gflops(Backend backend) {
    double best = 0;
    for (ProductShape size : SIZES) {
      Workload product = new GemmWorkload(size, GemmLayout.NT);
      double micros = fastest(product, backend);
      best = Math.max(best, product.cost(backend.dtype()).gflops(micros));
      if (micros > LONGEST_MICROS) {
        break;
      }
    }
    return best;
  }

  private double gbps(Backend backend) {
    Workload copy = new KernelWorkload(MemoryPass.COPY, COPY_ROWS, COPY_COLUMNS);
    return copy.cost(backend.dtype()).gbps(fastest(copy, backend));
  }

  private double fastest(Workload workload, Backend backend) {
    Scope scope = backend.openScope();
    try {
      Timing timing = InterleavedRounds.time(List.of(workload.open(backend)), budget).get(0);
      return timing.min();
    } finally {
      scope.close();
    }
  }

  /** The device of the details, or else the processor. */
  private static String device(String backend) {
    BackendName name = BackendName.parse(backend);
    return Backends.providers().stream()
        .filter(provider -> provider.name().equals(name.provider()))
        .map(provider -> provider.probe().details())
        .map(
            details ->
                details.getOrDefault(
                    "device " + name.accelerator().device(), details.getOrDefault("device", "cpu")))
        .findFirst()
        .orElse("cpu");
  }
}
