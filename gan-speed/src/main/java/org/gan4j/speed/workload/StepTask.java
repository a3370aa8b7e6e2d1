package org.gan4j.speed.workload;

import java.util.List;
import org.gan4j.core.backend.Backend;
import org.gan4j.speed.Task;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/** Steps of a trainer, each after the one before. */
final class StepTask implements Task {
  private final GanTrainer trainer;
  private final Backend backend;

  StepTask(GanTrainer trainer, Backend backend) {
    this.trainer = trainer;
    this.backend = backend;
  }

  @Override
  public void run() {
    trainer.step();
    backend.sync();
  }

  /** Losses, and norms of the gradients. */
  @Override
  public List<double[]> results() {
    StepReport report = trainer.step();
    return List.of(
        new double[] {
          report.discriminatorLoss(),
          report.generatorLoss(),
          report.discriminatorGradientNorm(),
          report.generatorGradientNorm()
        });
  }

  /** None: a step changes what it works on. */
  @Override
  public List<double[]> operands() {
    return List.of();
  }
}
