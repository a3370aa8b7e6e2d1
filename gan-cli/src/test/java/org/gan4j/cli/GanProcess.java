package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, with environment, JVM options and files of its own. */
final class GanProcess implements AutoCloseable {
  /**
   * A build in the background ignores SIGINT, one under nohup SIGHUP, and so would their children;
   * GNU's env undoes it where there is one.
   */
  private static final String NOTICES_SIGNALS =
      "$(env --default-signal=INT,HUP true 2>/dev/null && echo env --default-signal=INT,HUP)";

  private final Path temp;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private String shell = "";
  private File out;
  private Process process;

  /**
   * Prepares one.
   *
   * @param temp its working folder; what it prints goes into {@code out} and {@code err} there
   */
  GanProcess(Path temp) {
    this.temp = temp;
    this.out = temp.resolve("out").toFile();
    environment.put("GAN4J_DATA", temp.resolve("data").toString());
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-Djava.awt.headless=true");
    options.add("-Dgan4j.root=" + temp.resolve("checkout"));
  }

  GanProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  GanProcess option(String option) {
    options.add(option);
    return this;
  }

  /**
   * Shell commands to run first, in the process's working folder. Its arguments are {@code "$@"}.
   */
  GanProcess after(String commands) {
    shell = commands + " && ";
    return this;
  }

  GanProcess outTo(Path target) {
    out = target.toFile();
    return this;
  }

  GanProcess start(String... args) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("sh", "-c", shell + "exec " + NOTICES_SIGNALS + " \"$@\"", "sh"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(Gan.class.getName());
    words.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(words).directory(temp.toFile());
    builder.environment().putAll(environment);
    builder.redirectOutput(out);
    builder.redirectError(temp.resolve("err").toFile());
    process = builder.start();
    return this;
  }

  Process process() {
    return process;
  }

  int exit() throws InterruptedException {
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** {@return what it printed on standard output; only after it ended} */
  String out() throws IOException {
    return Files.readString(out.toPath());
  }

  String err() throws IOException {
    return Files.readString(temp.resolve("err"));
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
