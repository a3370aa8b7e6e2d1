package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.io.safetensors.TensorData;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in files that somebody else made lead nowhere: nothing is written outside the output. */
@DisabledOnOs(OS.WINDOWS)
class OutsideTheRootTest {
  private static final GanConfig MNIST = Presets.named("mnist");

  @TempDir private Path temp;
  private Path root;
  private Path secret;

  @BeforeEach
  void make() throws IOException {
    root = Files.createDirectories(temp.resolve("a/b/root"));
    secret = Files.writeString(temp.resolve("a/secret"), "secret");
  }

  /** Every file outside the root, with its content. */
  private Map<String, String> outside() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(temp)) {
      for (Path file : files.filter(file -> !file.startsWith(root)).toList()) {
        contents.put(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return contents;
  }

  private static byte[] npy(int points) {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + points + ", 2), }";
    byte[] text =
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = new byte[10 + text.length + points * 8];
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
    System.arraycopy(magic, 0, file, 0, magic.length);
    System.arraycopy(text, 0, file, magic.length, text.length);
    for (int i = 10 + text.length; i < file.length; i++) {
      file[i] = (byte) (i % 4 == 3 ? 63 : i);
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "/tmp/evil", "..\\..\\evil", "a/../../../evil", "..", "."})
  void anEntryOfAnArchiveIsOnlyAName(String name) throws IOException {
    Path archive = root.resolve("points.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry(name + ".npy"));
      zip.write(npy(64));
    }
    Map<String, String> before = outside();
    Outcome outcome =
        Outcome.of("train", "--data", archive, "--steps", 1, "--batch", 8, "--out", root + "/run");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outside()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../mnist", "..", "/etc", "mnist/../../x", "mnist\0"})
  void aDataSetIsOneOfAList(String name) throws IOException {
    Path config = root.resolve("config.json");
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(ConfigJson.write(MNIST));
    assertThat(json.path("data").path("set").isTextual()).isTrue();
    ((ObjectNode) json.path("data")).put("set", name);
    Files.writeString(config, json.toString());
    Map<String, String> before = outside();
    Outcome outcome = Outcome.of("train", "--config", config, "--out", root + "/run");
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains(": expected ", ", got ");
    assertThat(outside()).isEqualTo(before);
  }

  private Path trained() {
    Path run = root.resolve("run");
    Outcome outcome =
        Outcome.of("train", "--data", "ring", "--steps", 2, "--batch", 8, "--out", run);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return run;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lock",
        "metrics.csv",
        "times.csv",
        "config.json",
        "output.json",
        "checkpoints",
        "samples",
        "checkpoints/step-000002.safetensors"
      })
  void aRunWithALinkIsNotResumed(String name) throws IOException {
    Path run = trained();
    Path file = run.resolve(name);
    Path moved = Files.move(file, temp.resolve("a/moved"));
    Files.createSymbolicLink(file, moved);
    byte[] before = Files.isRegularFile(moved) ? Files.readAllBytes(moved) : new byte[0];
    Outcome outcome = Outcome.of("train", "--resume", run, "--steps", 4);
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .isEqualTo(
            run.toRealPath().resolve(name)
                + ": expected a file or folder of the run, got a link to "
                + moved
                + "; replace it by what it names, or link to the whole run directory\n");
    assertThat(Files.isRegularFile(moved) ? Files.readAllBytes(moved) : new byte[0])
        .isEqualTo(before);
  }

  @Test
  void aLinkToTheWholeRunIsTheRun() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), trained());
    Outcome outcome = Outcome.of("train", "--resume", link, "--steps", 4, "--stretch-schedules");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
  }

  @Test
  void aTensorIsOnlyAName() throws IOException {
    Path run = trained();
    Path checkpoint = run.resolve("checkpoints/step-000002.safetensors");
    SafetensorsFile file = SafetensorsFile.read(checkpoint);
    Map<String, TensorData> tensors = new TreeMap<>(file.tensors());
    tensors.put("../../../secret", tensors.values().iterator().next());
    new SafetensorsFile(tensors, file.metadata()).write(checkpoint);
    Map<String, String> before = outside();
    Outcome.of("sample", run, "--n", 4, "--out", root.resolve("samples.csv"));
    Outcome.of("export", run, "--to", root.resolve("g.safetensors"));
    Outcome.of("train", "--resume", run, "--steps", 4, "--stretch-schedules");
    assertThat(outside()).isEqualTo(before);
    assertThat(secret).hasContent("secret");
  }
}
