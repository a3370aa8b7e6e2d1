package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleEncodingTest {
  @TempDir private Path temp;

  @Test
  void namesInTheLocalesEncodingAreNoProblem() {
    assertThat(LocaleEncoding.problem(new String[] {"--out", "\u00dc"}, "/\u00dc", v -> null))
        .isEmpty();
  }

  @Test
  void theFirstNameThatLostItsBytesIsNamed() {
    String encoding = System.getProperty("sun.jnu.encoding");
    assertThat(LocaleEncoding.problem(new String[] {"--out", "a\uFFFD"}, "/", v -> null))
        .contains(
            "argument 2: expected a name in the locale's encoding, "
                + encoding
                + ", got 'a?'; set LC_ALL=C.UTF-8");
    assertThat(LocaleEncoding.problem(new String[0], "/\uFFFD", v -> null))
        .hasValueSatisfying(message -> assertThat(message).startsWith("working folder: "));
    assertThat(LocaleEncoding.problem(new String[0], "/", v -> "\uFFFD"))
        .hasValueSatisfying(message -> assertThat(message).startsWith("GAN4J_DATA: "));
  }

  /** The shell makes the names, since this test may itself run in the C locale. */
  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir \"$(printf '\\303\\234')\" && cd \"$(printf '\\303\\234')\"",
        "set -- \"$@\" --out \"$(printf '\\303\\234')\"",
      })
  void inTheCLocaleNothingIsWrittenUnderAnotherName(String commands) throws Exception {
    try (GanProcess gan = new GanProcess(temp).with("LC_ALL", "C").after(commands)) {
      gan.start("train", "--data", "gaussian", "--steps", "1");
      assertThat(gan.exit()).as(gan.err()).isEqualTo(2);
      assertThat(gan.err()).contains("expected a name in the locale's encoding", "LC_ALL=C.UTF-8");
    }
    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsOnly(temp.resolve("out"), temp.resolve("err"));
    }
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void withoutAFolderForNativeLibrariesABackendIsUnavailable() throws Exception {
    try (GanProcess gan =
        new GanProcess(temp)
            .option("-Duser.home=" + temp.resolve("none"))
            .option("-Djava.io.tmpdir=" + temp.resolve("nowhere"))
            .start("train", "--data", "gaussian", "--steps", "1")) {
      assertThat(gan.exit()).isEqualTo(7);
      assertThat(gan.err())
          .contains("expected a home or a temporary folder to unpack native libraries into")
          .doesNotContain("\tat ");
    }
  }
}
