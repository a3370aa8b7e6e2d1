package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gan4j.speed.workload.StepSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter that cannot be used is one sentence and an exit code, and no benchmark runs. */
class BenchmarksTest {
  private static final String SIZES =
      Arrays.stream(StepSize.values()).map(Enum::name).collect(Collectors.joining(", "));

  private static String refused(int exit, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int found = Benchmarks.check(args, new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(found).isEqualTo(exit);
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size=HUGE | size: expected one of SIZES, got 'HUGE'",
        "size=TOY,small | size: expected one of SIZES, got 'small'",
        "dtype=float32 | dtype: expected one of FLOAT32, FLOAT64, got 'float32'",
        "layout=XY | layout: expected one of NN, NT, TN, TT, got 'XY'",
        "threads=two | threads: expected a number of threads, got 'two'",
        "threads=0 | threads: expected at least 1 thread, got 0",
      })
  void aWrongValueIsOneSentence(String parameter, String sentence) {
    assertThat(refused(2, "GanStep", "-p", parameter))
        .isEqualTo(sentence.replace("SIZES", SIZES) + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shape=HUGE", "activation=step", "threads=1000000", "penalty=r1", "pass=UP"})
  void otherWrongValuesToo(String parameter) {
    assertThat(refused(2, "Dense", "-p", parameter).lines()).hasSize(1);
  }

  @Test
  void aBackendThatIsNotThereIsOneSentence() {
    assertThat(refused(7, "GanStep", "-p", "backend=abacus").lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("abacus", "there is no such backend");
  }

  @Test
  void whatCanBeUsedIsLeftToJmh() {
    String[] args = {"GanStep", "-p", "size=TOY,SMALL", "-p", "backend=reference", "-rf", "json"};
    assertThat(refused(0, args)).isEmpty();
    assertThat(refused(0, "Convolution", "-p", "shape=STRIDED_14_64_128")).isEmpty();
    assertThat(refused(0, "--no-such-option")).isEmpty();
    assertThat(refused(0)).isEmpty();
  }

  /** The process, with the class path of this test. */
  @Test
  void theProcessEndsWithTheCode() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName(),
                "GanStep",
                "-p",
                "size=HUGE")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(output.lines()).containsExactly("size: expected one of " + SIZES + ", got 'HUGE'");
  }
}
