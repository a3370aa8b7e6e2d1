package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the probe says where something is missing, and that nothing else is used in its place. */
class CudaProviderTest {
  private Path folder;

  @AfterEach
  void everythingIsThereAgain() {
    CudaLibraries.forget();
  }

  private static LibraryFolders nothing() {
    return new LibraryFolders(List.of(), false, List.of());
  }

  /** Some of the libraries, under their names. */
  private LibraryFolders with(String... names) throws IOException {
    Path all = CudaOnCpu.use().named().get(0);
    CudaLibraries.forget();
    folder = Files.createTempDirectory(all, "some");
    for (String name : names) {
      Files.createLink(folder.resolve(name), all.resolve("libcuda.so.1"));
    }
    return new LibraryFolders(List.of(folder), false, List.of());
  }

  private static String reason(LibraryFolders folders) {
    Availability availability = CudaProvider.probe(folders);
    assertThat(availability.usable()).isFalse();
    return availability.reason();
  }

  @Test
  void aDriverIsNeeded() {
    CudaLibraries.forget();
    assertThat(reason(nothing()))
        .isEqualTo(
            "expected NVIDIA's driver (libcuda.so.1), got none; on a machine with an NVIDIA GPU"
                + " install the driver, in a container start it with --gpus all");
  }

  @Test
  void aDriverThatDoesNotStartIsNamed() throws IOException {
    LibraryFolders folders = with("libcuda.so.1");
    CudaOnCpu.fail("cuInit", 100, 0);
    assertThat(reason(folders))
        .isEqualTo(
            "expected NVIDIA's driver to start, got CUDA_ERROR_NO_DEVICE, no CUDA-capable device"
                + " is detected; see that nvidia-smi lists a device");
  }

  @Test
  void anOldDriverIsNamed() throws IOException {
    LibraryFolders folders = with("libcuda.so.1");
    CudaOnCpu.set("driver", 11080);
    try {
      assertThat(reason(folders))
          .isEqualTo(
              "expected a newer NVIDIA driver, got an old one (it supports CUDA 11.8); install"
                  + " driver 580 or newer for CUDA 13, 525 or newer for CUDA 12");
    } finally {
      CudaOnCpu.set("driver", 13000);
    }
  }

  @Test
  void librariesThatAreNewerThanTheDriverAreNamed() throws IOException {
    LibraryFolders folders = with("libcuda.so.1", "libnvrtc.so.13", "libcublas.so.13");
    CudaOnCpu.set("driver", 12080);
    try {
      assertThat(reason(folders))
          .isEqualTo(
              "expected a newer NVIDIA driver, got an old one (it supports CUDA 12.8, but the"
                  + " libraries here are those of CUDA 13); install driver 580 or newer for"
                  + " CUDA 13, 525 or newer for CUDA 12");
    } finally {
      CudaOnCpu.set("driver", 13000);
    }
  }

  @Test
  void theMissingLibraryIsNamedWithItsPackage() throws IOException {
    String advice =
        ", got none; install the CUDA toolkit, or run pip install nvidia-cublas"
            + " nvidia-cuda-nvrtc (PyTorch brings both), and where they are in another folder set"
            + " GAN4J_CUDA_LIBRARIES=DIR";
    assertThat(reason(with("libcuda.so.1")))
        .isEqualTo("expected NVRTC and cuBLAS of CUDA 13" + advice);
    assertThat(reason(with("libcuda.so.1", "libnvrtc.so.13")))
        .isEqualTo("expected cuBLAS (libcublas.so.13)" + advice);
    assertThat(reason(with("libcuda.so.1", "libcublas.so.13")))
        .isEqualTo("expected NVRTC (libnvrtc.so.13)" + advice);
  }

  @Test
  void aDeviceIsNeeded() {
    LibraryFolders folders = CudaOnCpu.use();
    CudaOnCpu.set("devices", 0);
    try {
      assertThat(reason(folders))
          .isEqualTo(
              "expected an NVIDIA GPU, got none; see that nvidia-smi lists one and that"
                  + " CUDA_VISIBLE_DEVICES does not hide it");
      assertThatThrownBy(() -> Backends.open("cuda"))
          .isInstanceOf(BackendUnavailableException.class)
          .hasMessageContaining("cuda (not usable: expected an NVIDIA GPU, got none;");
    } finally {
      CudaOnCpu.set("devices", 1);
    }
  }

  @Test
  void theProbeNamesDevicesAndVersions() {
    CudaOnCpu.use();
    CudaOnCpu.set("devices", 2);
    try {
      Availability availability = new CudaProvider().probe();
      assertThat(availability.usable()).isTrue();
      assertThat(availability.reason()).isEqualTo("CPU as device 0, NVRTC 13.999");
      assertThat(availability.details())
          .isEqualTo(
              Map.of(
                  "device 0",
                  "CPU as device 0, 8192 MiB, compute capability 9.0, 2 multiprocessors",
                  "device 1",
                  "CPU as device 1, 8192 MiB, compute capability 9.0, 2 multiprocessors",
                  "driver",
                  "CUDA 13.0",
                  "nvrtc",
                  "13.999",
                  "cublas",
                  "13.1.2"));
    } finally {
      CudaOnCpu.set("devices", 1);
    }
  }

  @Test
  void aBackendOpensOnTheDeviceThatIsAskedFor() {
    CudaOnCpu.use();
    CudaOnCpu.set("devices", 2);
    try (Backend backend = Backends.open("cuda:1")) {
      assertThat(backend.name()).isEqualTo("cuda");
    } finally {
      CudaOnCpu.set("devices", 1);
    }
  }

  @Test
  void aDeviceThatIsNotThereIsRefused() {
    CudaOnCpu.use();
    assertThatThrownBy(() -> Backends.open("cuda:7"))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessage(
            "backend 'cuda': expected a device from 0 to 0, got 7; gan info lists the devices");
  }
}
