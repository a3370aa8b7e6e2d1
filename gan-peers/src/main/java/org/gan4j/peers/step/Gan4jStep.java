package org.gan4j.peers.step;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/**
 * Our trainer's step. It draws its own batches and latent values; the others are fed those of the
 * first steps.
 */
final class Gan4jStep implements PeerStep {
  private final Backend backend;
  private final GanTrainer trainer;

  Gan4jStep(StepInputs inputs, int threads) {
    backend = Backends.open("cpu", new BackendOptions(threads, DType.FLOAT32));
    backend.openScope();
    trainer = inputs.size().step(StepPenalty.NONE).trainer(backend);
  }

  @Override
  public void prepare() {
    Nd4jThreads.leaveOpenBlasOne();
  }

  @Override
  public StepLosses step() {
    StepReport report = trainer.step();
    backend.sync();
    return new StepLosses(report.discriminatorLoss(), report.generatorLoss());
  }

  @Override
  public void close() {
    backend.close();
  }
}
