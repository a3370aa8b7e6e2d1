package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs and reports a time. The times themselves mean nothing here. */
class SmokeTest {
  /** Parameters with which a benchmark takes moments. */
  private static final Map<String, Map<String, String[]>> SMALL =
      Map.of(
          "kernel.GemmBenchmark", Map.of("shape", new String[] {"SQUARE_1", "TOY_512_128_128"}),
          "kernel.DenseBenchmark", Map.of("shape", new String[] {"TOY_512_128_128"}),
          "kernel.ConvolutionBenchmark", Map.of("shape", new String[] {"TOY_6_3_5"}),
          "kernel.MemoryBenchmark", Map.of("rows", new String[] {"16"}),
          "step.GanStepBenchmark", Map.of("size", new String[] {"TOY", "SMALL"}));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel.GemmBenchmark",
        "kernel.DenseBenchmark",
        "kernel.ConvolutionBenchmark",
        "kernel.MemoryBenchmark",
        "kernel.OptimizerBenchmark",
        "step.GanStepBenchmark",
        "host.DrawsBenchmark",
        "host.BatchBenchmark",
        "host.QuadratureBenchmark"
      })
  void runs(String name) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("org.gan4j.bench." + name)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (!name.startsWith("host")) {
      options.param("backend", "cpu", "nd4j");
    }
    SMALL.getOrDefault(name, Map.of()).forEach(options::param);
    Collection<RunResult> results = new Runner(options.build()).run();
    assertThat(results).isNotEmpty();
    assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    if (name.equals("kernel.GemmBenchmark")) {
      assertThat(results).allMatch(SmokeTest::hasRates);
    }
  }

  private static boolean hasRates(RunResult result) {
    return result.getSecondaryResults().get("gflops").getScore() > 0
        && result.getSecondaryResults().get("gbytes").getScore() > 0;
  }
}
