package org.gan4j.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.nn.Pass;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.config.Presets;
import org.gan4j.train.run.Checkpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/guide/checkpoints.md is true of a checkpoint, and NumPy reads it as the page shows. */
class CheckpointPageTest {
  private static final String PAGE = Pages.text("docs/guide/checkpoints.md");

  @TempDir private static Path run;
  private static Checkpoint checkpoint;
  private static float[] sample;

  private static List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(PAGE)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @BeforeAll
  static void train() throws IOException {
    try (Backend backend = Backends.open("cpu")) {
      GanTrainer trainer = GanTrainer.open(Presets.named("ring").withSteps(2), backend);
      trainer.train(List.of());
      Path file = run.resolve("checkpoints/step-000500.safetensors");
      Files.createDirectories(file.getParent());
      Checkpoint.of(trainer).write(file);
      checkpoint = Checkpoint.read(file);
      try (Tape tape = Tape.on(backend)) {
        Var latent = tape.constant(backend.tensor(Shape.of(1, 2), backend.dtype(), 1.0, -0.5));
        sample = checkpoint.generator(backend).forward(latent, Pass.eval(tape)).value().toFloats();
      }
    }
  }

  @Test
  void theTensorsOfItsTableAreThere() {
    List<String> rows = found("^\\| (`generator/.*?`) \\|");
    assertThat(rows).hasSize(4);
    Set<String> names =
        rows.stream().flatMap(CheckpointPageTest::namesIn).collect(Collectors.toSet());
    assertThat(names).hasSize(5);
    assertThat(checkpoint.file().tensors()).containsKeys(names.toArray(String[]::new));
  }

  /** The names of a cell; one that begins with a slash follows the name before it. */
  private static Stream<String> namesIn(String cell) {
    String[] names = cell.replace("`", "").split(", ");
    String stem = names[0].substring(0, names[0].lastIndexOf('/'));
    return Stream.of(names).map(name -> name.startsWith("/") ? stem + name : name);
  }

  @Test
  void theKeysOfItsMetadataAreThere() {
    String table = PAGE.substring(PAGE.indexOf("| key |"), PAGE.indexOf("## Read it with the"));
    Set<String> keys =
        Pattern.compile("`([a-z0-9_]+(?:\\.[a-z0-9]+)?)`(?=.*\\|)")
            .matcher(table.replace("`config.json`", ""))
            .results()
            .map(match -> match.group(1))
            .filter(key -> !key.startsWith("gan4j."))
            .collect(Collectors.toSet());
    assertThat(checkpoint.file().metadata()).containsOnlyKeys(keys);
  }

  @Test
  void numpyReadsItAsThePageShows() throws IOException, InterruptedException {
    assumeThat(python("import numpy").exit()).as("python3 with NumPy is not there").isZero();
    String code =
        found("```python\n(.*?)```").stream()
            .filter(block -> !block.contains("safetensors import"))
            .collect(Collectors.joining("\n"));
    Printed printed = python(code);
    assertThat(printed.exit()).as(printed.text()).isZero();
    String[] numbers = printed.text().replaceAll("[\\[\\]\\n]", " ").trim().split(" +");
    assertThat(numbers).hasSize(sample.length);
    for (int i = 0; i < sample.length; i++) {
      assertThat(Float.parseFloat(numbers[i])).isCloseTo(sample[i], within(1e-5f));
    }
  }

  private record Printed(int exit, String text) {}

  private static Printed python(String code) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-c", code)
              .directory(run.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return new Printed(127, e.getMessage());
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Printed(process.waitFor(), text);
  }
}
