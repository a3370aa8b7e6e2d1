package org.gan4j.cuda.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.cuda.check.GpuCheck.Finding;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.speed.workload.StepSize;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/** Runs of the trainer: the first steps as on {@code cpu}, and many that repeat bit for bit. */
final class TrainingRuns {
  private static final int FIRST = 10;

  /** Relative to 1 + |loss|: rounding in FLOAT32 over ten steps, before chaos sets in. */
  private static final double TOLERANCE = 1e-4;

  private static final List<StepSize> SIZES = List.of(StepSize.TOY, StepSize.DCGAN28_32);

  private final CheckOptions options;
  private final List<List<StepReport>> plain = new ArrayList<>();

  TrainingRuns(CheckOptions options) {
    this.options = options;
  }

  /** Of the dense and of the convolutional networks; other ways must not change a bit. */
  List<Finding> against(String backend) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < SIZES.size(); i++) {
      StepSize size = SIZES.get(i);
      String name = size.step(StepPenalty.NONE).name();
      List<StepReport> run = run(backend, size, options.steps());
      double apart = apart(run("cpu", size, FIRST), run);
      findings.add(
          new Finding(
              name + " on " + backend + " as on cpu",
              apart < TOLERANCE,
              String.format(Locale.ROOT, "apart by %.1e in %d steps", apart, FIRST)));
      if (plain.size() == i) {
        plain.add(run(backend, size, options.steps()));
      }
      boolean equal = plain.get(i).equals(run);
      findings.add(
          new Finding(
              name + " on " + backend + " repeats",
              equal,
              (equal ? "bit-equal in " : "NOT bit-equal in ") + options.steps() + " steps"));
    }
    return findings;
  }

  private static double apart(List<StepReport> some, List<StepReport> others) {
    double apart = 0;
    for (int i = 0; i < some.size(); i++) {
      StepReport a = some.get(i);
      StepReport b = others.get(i);
      apart = Math.max(apart, relative(a.discriminatorLoss(), b.discriminatorLoss()));
      apart = Math.max(apart, relative(a.generatorLoss(), b.generatorLoss()));
    }
    return apart;
  }

  private static double relative(double a, double b) {
    return Math.abs(a - b) / (1 + Math.abs(a));
  }

  private static List<StepReport> run(String name, StepSize size, int steps) {
    int threads = Runtime.getRuntime().availableProcessors();
    List<StepReport> reports = new ArrayList<>();
    try (Backend backend = Backends.open(name, new BackendOptions(threads, DType.FLOAT32))) {
      backend.openScope();
      GanTrainer trainer = size.step(StepPenalty.NONE).trainer(backend);
      for (int i = 0; i < steps; i++) {
        reports.add(trainer.step());
      }
    }
    return reports;
  }
}
