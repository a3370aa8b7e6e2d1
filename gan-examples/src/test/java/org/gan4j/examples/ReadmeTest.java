package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.GanLoss;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in the README are those of this module, and they run. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("gan4j.root"));

  @Test
  void theFirstSnippetIsTheProgram() throws IOException {
    String program =
        source("main/java/org/gan4j/examples/FirstGan.java")
            .replaceFirst("package .*;\n\n", "")
            .replaceAll("(?s) */\\*\\*.*?\\*/\n", "")
            .replace("  private FirstGan() {}\n\n", "");
    assertThat(snippet("## A first GAN")).isEqualTo(program);
  }

  @Test
  void theProgramRuns(@TempDir Path temp) throws IOException {
    Path picture = temp.resolve("ring.png");
    FirstGan.main(new String[] {picture.toString()});
    assertThat(picture).isNotEmptyFile();
  }

  /** With one file and one line in a service list, a loss is found by its name and trains. */
  @Test
  void aReadersOwnLossIsFoundAndTrains() throws IOException {
    assertThat(source("test/java/org/gan4j/examples/SquaredHinge.java"))
        .contains(snippet("## A loss of your own"));
    GanConfig config =
        Presets.named("gaussian")
            .withLoss(Recipes.load().usual(GanLoss.class, "squared-hinge"))
            .withSteps(20);
    try (Backend backend = Backends.open("cpu")) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      StepReport[] last = new StepReport[1];
      trainer.train(List.of((report, current) -> last[0] = report));
      assertThat(last[0].step()).isEqualTo(20);
      assertThat(last[0].discriminatorLoss()).isBetween(0.0, 3.0);
    }
  }

  private static String snippet(String heading) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int start = readme.indexOf("```java\n", readme.indexOf(heading)) + "```java\n".length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  private static String source(String path) throws IOException {
    return Files.readString(ROOT.resolve("gan-examples/src").resolve(path));
  }
}
