package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver's functions as NVIDIA's header declares them. */
class SignaturesTest {
  @TempDir private Path folder;

  @Test
  void everyFunctionHasAsManyParametersAsInTheHeader() throws IOException {
    assumeTrue(CudaOnCpu.program("nvcc").isPresent(), "there is no nvcc here, nor its cuda.h");
    // The header gives programs the newest version of a function, and the driver's own build all.
    String header = preprocessed() + preprocessed("-D__CUDA_API_VERSION_INTERNAL");
    int functions = 0;
    for (Method method : Driver.class.getDeclaredMethods()) {
      if (Modifier.isNative(method.getModifiers())) {
        assertThat(parameters(header, method.getName()))
            .as(method.getName())
            .isEqualTo(method.getParameterCount());
        functions++;
      }
    }
    assertThat(functions).isGreaterThan(20);
  }

  private String preprocessed(String... options) throws IOException {
    Path source = Files.writeString(folder.resolve("all.cu"), "#include <cuda.h>\n");
    Path result = folder.resolve("all.txt");
    List<String> command = new ArrayList<>(List.of("nvcc", "-E", "-o", result.toString()));
    command.addAll(List.of(options));
    command.add(source.toString());
    CudaOnCpu.run(command);
    return Files.readString(result);
  }

  private static int parameters(String header, String name) {
    Matcher declared = Pattern.compile("CUresult\\s+" + name + "\\s*\\(([^)]*)\\)").matcher(header);
    assertThat(declared.find()).as("a declaration of " + name).isTrue();
    return declared.group(1).split(",", -1).length;
  }
}
