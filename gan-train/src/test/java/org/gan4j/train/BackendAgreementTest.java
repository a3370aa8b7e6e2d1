package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;

/** One run on two backends: the same draws, and the same arithmetic up to rounding. */
class BackendAgreementTest {
  private static final int STEPS = 10;

  /** Relative to 1 + |loss|: rounding in FLOAT32 over ten steps, before chaos sets in. */
  @Test
  void theRingPresetBeginsAlikeOnCpuAndNd4j() throws IOException {
    beginsAlike(Presets.named("ring"), 1e-5);
  }

  @Test
  void theDenseMnistPresetBeginsAlikeOnCpuAndNd4j() throws IOException {
    requireMnist();
    beginsAlike(Presets.named("mnist-mlp"), 1e-5);
  }

  /**
   * In FLOAT32 a rounding moves a unit across the kink of its leaky ReLU within a few steps, and
   * the gradients of R1 and R2 jump: either backend is then 1e-4 from FLOAT64.
   */
  @Test
  void theDenseStackedMnistPresetBeginsAlikeOnCpuAndNd4jInFloat64() throws IOException {
    requireMnist();
    beginsAlike(Presets.named("stacked-mnist-mlp").withDtype(DType.FLOAT64), 1e-10);
  }

  private static void requireMnist() {
    DataSets data = DataSets.ofEnvironment();
    assumeTrue(
        data.has(ImageSet.MNIST),
        () ->
            String.format(
                Locale.ROOT, "mnist is not in %s: run scripts/fetch-data mnist", data.folder()));
  }

  private static void beginsAlike(GanConfig config, double tolerance) throws IOException {
    List<StepReport> cpu = run("cpu", config);
    List<StepReport> nd4j = run("nd4j", config);
    for (int i = 0; i < STEPS; i++) {
      near(cpu.get(i).discriminatorLoss(), nd4j.get(i).discriminatorLoss(), tolerance);
      near(cpu.get(i).generatorLoss(), nd4j.get(i).generatorLoss(), tolerance);
    }
    assertThat(cpu.get(STEPS - 1).generatorLoss()).isNotEqualTo(cpu.get(0).generatorLoss());
  }

  private static void near(double expected, double actual, double tolerance) {
    assertThat(actual).isCloseTo(expected, within(tolerance * (1 + Math.abs(expected))));
  }

  private static List<StepReport> run(String name, GanConfig config) throws IOException {
    BackendOptions options = new BackendOptions(2, config.compute().dtype());
    try (Backend backend = Backends.open(name, options)) {
      assertThat(backend.name()).isEqualTo(name);
      GanTrainer trainer = GanTrainer.open(config, backend);
      List<StepReport> reports = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        reports.add(trainer.step());
      }
      return reports;
    }
  }
}
