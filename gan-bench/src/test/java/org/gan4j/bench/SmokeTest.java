package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
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
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel.GemmBenchmark",
        "kernel.DenseBenchmark",
        "kernel.ConvolutionBenchmark",
        "step.GanStepBenchmark"
      })
  void runs(String name) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("org.gan4j.bench." + name)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .param("backend", "cpu", "nd4j")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (name.endsWith("ConvolutionBenchmark")) {
      options.param("shape", "TOY_6_3_5");
    } else if (name.startsWith("kernel")) {
      options.param("shape", "TOY_512_128_128");
    } else {
      options.param("size", "TOY", "SMALL");
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    assertThat(results).isNotEmpty();
    assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
  }
}
