package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Losses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project to copy, compiled, packed and used as a plug-in. */
class PluginsTest {
  private static final Path PROJECT =
      Path.of(System.getProperty("gan4j.root"), "gan-examples", "my-loss", "src", "main");
  private static final String LIST = "META-INF/services/" + GanLoss.class.getName();

  @TempDir private static Path temp;
  private static Path jar;

  @BeforeAll
  static void compile() throws IOException {
    compile(PROJECT.resolve("java/com/example/MyLoss.java"), temp);
    byte[] type = Files.readAllBytes(temp.resolve("com/example/MyLoss.class"));
    byte[] list = Files.readAllBytes(PROJECT.resolve("resources").resolve(LIST));
    jar = packed("my-loss.jar", Map.of("com/example/MyLoss.class", type, LIST, list));
  }

  private static void compile(Path source, Path target) {
    List<String> options =
        List.of("-encoding", "UTF-8", "-cp", System.getProperty("java.class.path"));
    List<String> words = new ArrayList<>(options);
    words.addAll(List.of("-d", target.toString(), source.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    assertThat(code).isZero();
  }

  private static Path packed(String name, Map<String, byte[]> entries) throws IOException {
    Path file = temp.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream packing = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        packing.putNextEntry(new JarEntry(entry.getKey()));
        packing.write(entry.getValue());
        packing.closeEntry();
      }
    }
    return file;
  }

  private static Outcome train(Object... more) {
    Object[] fixed = {
      "train", "--data", "gaussian", "--steps", 3, "--batch", 8, "--backend", "reference"
    };
    Object[] all = new Object[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Outcome.of(all);
  }

  @Test
  void aPluginIsMeasuredUnderAProtocol() {
    Outcome outcome =
        Outcome.of(
            "coverage",
            "--protocol",
            "veegan-2017",
            "--steps",
            2,
            "--seeds",
            2,
            "--plugins",
            jar,
            "--loss",
            "my-loss");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).containsPattern("loss +my-loss");
  }

  @Test
  void aPluginTrainsAndItsConfigIsReadAgain() throws IOException {
    Path run = temp.resolve("run");
    Outcome outcome = train("--plugins", jar, "--loss", "my-loss", "--penalty", "r1", "--out", run);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("my-loss + r1");
    assertThat(outcome.out()).endsWith("--plugins " + jar + System.lineSeparator());
    Path config = run.resolve("config.json");
    assertThat(Files.readString(config)).contains("\"my-loss\"", "\"r1\"");
    Outcome again =
        Outcome.of("train", "--config", config, "--plugins", jar, "--out", temp.resolve("again"));
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(temp.resolve("again").resolve("metrics.csv"))
        .hasSameTextualContentAs(run.resolve("metrics.csv"));
    Outcome samples =
        Outcome.of("sample", run, "--n", 5, "--out", temp.resolve("s.csv"), "--plugins", jar);
    assertThat(samples.exit()).as(samples.err()).isZero();
  }

  @Test
  void pluginsAreListedAndForgottenAgain() {
    assertThat(Outcome.of("losses", "--plugins", jar).out()).contains("my-loss");
    assertThat(Outcome.of("losses").out()).doesNotContain("my-loss");
    assertThat(Losses.all()).extracting(GanLoss::name).doesNotContain("my-loss");
    assertThat(train("--loss", "my-loss").err())
        .startsWith("loss: expected one of ")
        .endsWith("got 'my-loss'\n");
  }

  @Test
  void unusableJarsAreRefused() throws IOException {
    Path missing = temp.resolve("missing.jar");
    assertThat(train("--plugins", missing))
        .isEqualTo(
            new Outcome(
                2, "", "--plugins: expected a jar, got " + missing + ", which is no file\n"));
    Path empty = packed("empty.jar", Map.of("readme.txt", new byte[0]));
    assertThat(train("--plugins", empty))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "--plugins "
                    + empty
                    + ": expected a loss or a penalty, got none; name its class in"
                    + " META-INF/services/org.gan4j.losses.GanLoss\n"));
    byte[] list = "com.example.Nowhere\n".getBytes(StandardCharsets.UTF_8);
    Outcome broken = train("--plugins", packed("broken.jar", Map.of(LIST, list)));
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("broken.jar: ", "com.example.Nowhere not found");
    byte[] ours = "org.gan4j.losses.Hinge\n".getBytes(StandardCharsets.UTF_8);
    assertThat(train("--plugins", packed("ours.jar", Map.of(LIST, ours))).err())
        .contains("expected a loss or a penalty, got none");
  }

  /** Two jars with one name: the second is refused. */
  @Test
  void takenNamesAreRefused() throws IOException {
    Path second = temp.resolve("hinge");
    Path source = temp.resolve("Hinge.java");
    String code =
        Files.readString(PROJECT.resolve("java/com/example/MyLoss.java"))
            .replace("MyLoss", "Hinge");
    Files.writeString(source, code);
    Files.createDirectories(second);
    compile(source, second);
    byte[] type = Files.readAllBytes(second.resolve("com/example/Hinge.class"));
    byte[] list = "com.example.Hinge\n".getBytes(StandardCharsets.UTF_8);
    Path taken = packed("hinge.jar", Map.of("com/example/Hinge.class", type, LIST, list));
    assertThat(train("--plugins", taken, "--loss", "hinge"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "--plugins: expected names that are free, got 'hinge' of com.example.Hinge; rename"
                    + " it\n"));
  }
}
