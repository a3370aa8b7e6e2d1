package org.gan4j.train.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.data.ImageGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts a second JVM, since AWT caches its fonts and its display. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "takes the fonts away through fontconfig")
final class HeadlessTest {
  @TempDir Path directory;

  /** What the second Java runs: an image grid, then a plot; its answer is the exit code's file. */
  static final class Drawing {
    private Drawing() {}

    public static void main(String[] args) throws IOException {
      Path directory = Path.of(args[0]);
      new ImageGrid(new ImageGeometry(1, 1, 1)).write(directory.resolve("grid.png"), new float[1]);
      String answer = "drawn";
      try {
        ScatterPlot.write(directory.resolve("plot.png"), "t", new float[2], new float[2]);
      } catch (IOException e) {
        answer = e.getMessage();
      }
      Files.writeString(directory.resolve("answer"), answer);
    }
  }

  private String draw(String fontconfig) throws IOException, InterruptedException {
    Path fonts = Files.writeString(directory.resolve("fonts.conf"), fontconfig);
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            Drawing.class.getName(),
            directory.toString());
    java.environment().put("FONTCONFIG_FILE", fonts.toString());
    java.redirectErrorStream(true);
    Process process = java.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(directory.resolve("grid.png")).exists();
    return Files.readString(directory.resolve("answer"));
  }

  @Test
  void withoutFontsThePlotSaysWhatToInstall() throws Exception {
    assertThat(draw("<fontconfig></fontconfig>"))
        .startsWith(directory.resolve("plot.png") + ": expected fonts to draw text with, got java.")
        .endsWith(
            "; install fontconfig and a font such as DejaVu, and run with"
                + " -Djava.awt.headless=true")
        .hasLineCount(1);
    assertThat(directory.resolve("plot.png")).doesNotExist();
  }
}
