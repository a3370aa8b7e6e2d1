package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of the trainer: near those on the cpu backend, and bit-equal when repeated. */
class CudaTrainingTest {
  private static final int STEPS = 10;

  @BeforeEach
  void onTheCpu() {
    CudaOnCpu.use();
  }

  /** Relative to 1 + |loss|: rounding in FLOAT32 over ten steps, before chaos sets in. */
  @Test
  void theRingPresetBeginsAsOnCpu() throws IOException {
    List<StepReport> cpu = run("cpu");
    List<StepReport> cuda = run("cuda");
    for (int i = 0; i < STEPS; i++) {
      near(cpu.get(i).discriminatorLoss(), cuda.get(i).discriminatorLoss());
      near(cpu.get(i).generatorLoss(), cuda.get(i).generatorLoss());
      near(cpu.get(i).generatorGradientNorm(), cuda.get(i).generatorGradientNorm());
    }
    assertThat(run("cuda")).isEqualTo(cuda);
    assertThat(run("cuda+graph")).isEqualTo(cuda);
  }

  private static void near(double expected, double actual) {
    assertThat(actual).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
  }

  private static List<StepReport> run(String name) throws IOException {
    GanConfig config = Presets.named("ring");
    BackendOptions options = new BackendOptions(1, config.compute().dtype());
    try (Backend backend = Backends.open(name, options)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      List<StepReport> reports = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        reports.add(trainer.step());
      }
      return reports;
    }
  }
}
