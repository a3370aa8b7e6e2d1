package org.gan4j.speed.workload;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;
import org.gan4j.train.GanTrainer;

/**
 * A whole step of the trainer: the update of the discriminator on fresh real and fake samples, and
 * that of the generator, with the draws of latents and data, the checks and the report.
 */
public final class StepWorkload implements Workload {
  private final String name;
  private final Kind kind;
  private final StepNetworks networks;
  private final StepPenalty penalty;

  private StepWorkload(String name, Kind kind, StepNetworks networks, StepPenalty penalty) {
    this.name = name;
    this.kind = kind;
    this.networks = networks;
    this.penalty = penalty;
  }

  static StepWorkload step(String id, StepNetworks networks, StepPenalty penalty) {
    return new StepWorkload("step/" + id + penalty.suffix(), Kind.STEP, networks, penalty);
  }

  /**
   * Returns a step of the 784-D networks with two hidden layers of 256 for some batch.
   *
   * @param batch the number of samples
   * @return the workload, such as {@code batch/64}
   */
  public static StepWorkload ofBatch(int batch) {
    return new StepWorkload(
        "batch/" + batch, Kind.SWEEP, StepNetworks.dense(784, 64, batch, 2, 256), StepPenalty.NONE);
  }

  /**
   * Returns a step of the 784-D networks with two hidden layers for a batch of 64.
   *
   * @param width the units of a hidden layer
   * @return the workload, such as {@code width/256}
   */
  public static StepWorkload ofWidth(int width) {
    return new StepWorkload(
        "width/" + width, Kind.SWEEP, StepNetworks.dense(784, 64, 64, 2, width), StepPenalty.NONE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** Counted on {@code cpu}, in one step; it is the same on every backend. */
  @Override
  public Cost cost(DType dtype) {
    int threads = BackendOptions.defaults().threads();
    try (Backend backend = Backends.open("cpu", new BackendOptions(threads, dtype))) {
      CountingBackend counting = CountingBackend.of(backend);
      GanTrainer trainer = trainer(counting.counted());
      Cost building = counting.cost();
      trainer.step();
      Cost all = counting.cost();
      return new Cost(all.flop() - building.flop(), all.bytes() - building.bytes());
    }
  }

  @Override
  public Task open(Backend backend) {
    return new StepTask(trainer(backend), backend);
  }

  /**
   * Builds the trainer whose steps are timed. Its config and parameters say what another library
   * must compute to be compared with it.
   *
   * @param backend where to compute; it must have an open scope
   * @return the trainer, before its first step
   */
  public GanTrainer trainer(Backend backend) {
    return new GanTrainer(networks.config(penalty, backend), networks.data(), backend);
  }
}
