package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  private interface Program {
    void run() throws IOException;
  }

  private static String printed(Program program) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aResumedTrainingEndsWithTheSameBits(@TempDir Path temp) throws IOException {
    String file = temp.resolve("half.safetensors").toString();
    assertThat(printed(() -> SaveAndResume.main(new String[] {file})).lines())
        .containsExactly("read back at step 200", "the same samples, bit for bit: true");
  }

  @Test
  void secondDerivativesComeFromTheTape() throws IOException {
    assertThat(printed(() -> SecondDerivative.main(new String[0])).lines())
        .containsExactly("gradient        [3.0, 12.0, 27.0]", "Hessian times v [6.0, 0.0, -18.0]");
  }
}
