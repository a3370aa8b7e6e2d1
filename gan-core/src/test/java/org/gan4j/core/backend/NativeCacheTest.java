package org.gan4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  private static final String HOME = "user.home";
  private static final String TEMPORARY = "java.io.tmpdir";

  private final String home = System.getProperty(HOME);
  private final String temporary = System.getProperty(TEMPORARY);

  @TempDir private Path temp;

  @AfterEach
  void restore() {
    System.setProperty(HOME, home);
    System.setProperty(TEMPORARY, temporary);
  }

  @Test
  void oneOfTheTwoFoldersIsEnough() {
    String none = temp.resolve("none").toString();
    System.setProperty(HOME, none);
    assertThat(NativeCache.problem()).isEmpty();
    System.setProperty(HOME, temp.toString());
    System.setProperty(TEMPORARY, none);
    assertThat(NativeCache.problem()).isEmpty();
  }

  @Test
  void withoutEitherTheProblemNamesBothAndTheRemedy() {
    String home = temp.resolve("home").toString();
    String temporary = temp.resolve("temporary").toString();
    System.setProperty(HOME, home);
    System.setProperty(TEMPORARY, temporary);
    assertThat(NativeCache.problem())
        .contains(
            "expected a home or a temporary folder to unpack native libraries into, got none that"
                + " can be written to: "
                + home
                + ", "
                + temporary
                + "; set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
    Availability availability = new org.gan4j.core.backend.cpu.CpuProvider().probe();
    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason()).startsWith("expected a home or a temporary folder");
  }
}
