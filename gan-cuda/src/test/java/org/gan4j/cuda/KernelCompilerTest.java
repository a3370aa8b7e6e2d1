package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCompilerTest {
  @TempDir private Path folder;

  private KernelCompiler compiler(int capability) {
    assertThat(CudaLibraries.problem(CudaOnCpu.use())).isEmpty();
    return new KernelCompiler(new KernelCache(folder), capability);
  }

  @Test
  void aDeviceThatTheCompilerKnowsGetsMachineCode() {
    assertThat(compiler(100).architecture()).isEqualTo("sm_100");
    assertThat(compiler(100).image(KernelSource.of(DType.FLOAT32))).isNotEmpty();
  }

  @Test
  void aNewerDeviceGetsCodeThatTheDriverTranslates() {
    assertThat(compiler(120).architecture()).isEqualTo("compute_100");
    assertThat(compiler(120).image(KernelSource.of(DType.FLOAT64))).isNotEmpty();
    assertThat(compiler(90).architecture()).isEqualTo("compute_75");
  }

  @Test
  void aDeviceThatIsTooOldIsNamed() {
    assertThatThrownBy(() -> compiler(61).architecture())
        .isInstanceOf(CudaException.class)
        .hasMessageStartingWith(
            "backend cuda: expected a device that NVRTC 13.999 has code for to succeed, got one of"
                + " compute capability 6.1, older than 75;");
  }

  @Test
  void whatTheCompilerSaysIsInTheMessage() {
    assertThatThrownBy(() -> compiler(100).image("nonsense"))
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("got gan4j.cu(1): error: no kernels;");
  }

  @Test
  void theCacheSparesTheCompilerAndSurvivesDamage() throws IOException {
    KernelCache cache = new KernelCache(folder.resolve("new"));
    AtomicInteger compiled = new AtomicInteger();
    Supplier<byte[]> compile = () -> new byte[] {1, 2, (byte) compiled.incrementAndGet()};
    assertThat(cache.get("a", compile)).containsExactly(1, 2, 1);
    assertThat(cache.get("a", compile)).containsExactly(1, 2, 1);
    assertThat(cache.get("b", compile)).containsExactly(1, 2, 2);
    List<Path> files = files();
    assertThat(files).hasSize(2);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1]++;
      Files.write(file, bytes);
    }
    assertThat(cache.get("a", compile)).containsExactly(1, 2, 3);
    for (Path file : files) {
      Files.write(file, new byte[3]);
    }
    assertThat(cache.get("a", compile)).containsExactly(1, 2, 4);
    assertThat(cache.get("a", compile)).containsExactly(1, 2, 4);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("new"))) {
      return all.toList();
    }
  }

  @Test
  void withoutACacheEveryProcessCompiles() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    KernelCache cache = new KernelCache(file.resolve("below"));
    AtomicInteger compiled = new AtomicInteger();
    Supplier<byte[]> compile = () -> new byte[] {(byte) compiled.incrementAndGet()};
    assertThat(cache.get("a", compile)).containsExactly(1);
    assertThat(cache.get("a", compile)).containsExactly(2);
  }
}
