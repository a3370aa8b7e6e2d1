package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.DType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NVIDIA's compiler takes the sources without a warning, for Ampere, Hopper and Blackwell. */
class KernelsCompileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "sm_80, FLOAT32",
    "sm_80, FLOAT64",
    "sm_90, FLOAT32",
    "sm_90, FLOAT64",
    "sm_100, FLOAT32",
    "sm_100, FLOAT64"
  })
  void nvccCompilesTheKernels(String architecture, DType dtype) throws IOException {
    assumeTrue(CudaOnCpu.program("nvcc").isPresent(), "there is no nvcc here");
    Path source = folder.resolve("kernels.cu");
    Path image = folder.resolve("kernels.cubin");
    Files.writeString(source, KernelSource.of(dtype));
    CudaOnCpu.run(
        List.of(
            "nvcc",
            "-cubin",
            "-arch=" + architecture,
            "-std=c++17",
            "-Werror=all-warnings",
            "-o",
            image.toString(),
            source.toString()));
    String names =
        new String(Files.readAllBytes(image), java.nio.charset.StandardCharsets.US_ASCII);
    for (Kernel kernel : Kernel.values()) {
      assertThat(names).contains(".text." + kernel.function());
    }
  }
}
