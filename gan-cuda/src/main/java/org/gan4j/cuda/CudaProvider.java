package org.gan4j.cuda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.core.backend.NativeCache;

/** Provides the {@code cuda} backend where a driver, a device, NVRTC and cuBLAS are found. */
public final class CudaProvider implements BackendProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public CudaProvider() {}

  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public String description() {
    return "cuBLAS and kernels of our own on NVIDIA GPUs, of CUDA 12 and 13";
  }

  @Override
  public boolean choosesDevice() {
    return true;
  }

  @Override
  public Availability probe() {
    return probe(LibraryFolders.ofEnvironment());
  }

  /** As {@link #probe()}, with the libraries of these folders. */
  static Availability probe(LibraryFolders folders) {
    Optional<String> problem = NativeCache.problem();
    if (problem.isPresent()) {
      return Availability.unusable(problem.get());
    }
    try {
      problem = CudaLibraries.problem(folders);
      return problem.map(Availability::unusable).orElseGet(CudaProvider::devices);
    } catch (CudaException | LinkageError e) {
      return Availability.unusable("CUDA did not start (" + Availability.cause(e) + ")");
    }
  }

  private static Availability devices() {
    int count = CudaDevice.count();
    if (count == 0) {
      return Availability.unusable(
          "expected an NVIDIA GPU, got none; see that nvidia-smi lists one and that"
              + " CUDA_VISIBLE_DEVICES does not hide it");
    }
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      DeviceFacts facts = CudaDevice.facts(i);
      details.put(
          "device " + i,
          facts.name()
              + ", "
              + facts.memoryText()
              + ", compute capability "
              + facts.capabilityText()
              + ", "
              + facts.multiprocessors()
              + " multiprocessors");
    }
    String driver = CudaLibraries.version(CudaLibraries.driverVersion());
    details.put("driver", "CUDA " + driver);
    details.put("nvrtc", CudaLibraries.compilerVersion());
    details.put("cublas", CudaLibraries.productsVersion());
    return Availability.usable(
        CudaDevice.facts(0).name() + ", NVRTC " + CudaLibraries.compilerVersion(), details);
  }

  @Override
  public Backend open(BackendOptions options) {
    Availability availability = probe();
    if (!availability.usable()) {
      throw new BackendUnavailableException("backend 'cuda': " + availability.reason());
    }
    int device = options.accelerator().device();
    int count = CudaDevice.count();
    if (device >= count) {
      throw new BackendUnavailableException(
          "backend 'cuda': expected a device from 0 to "
              + (count - 1)
              + ", got "
              + device
              + "; gan info lists the devices");
    }
    return new CudaBackend(CudaDevice.of(device), options.dtype(), options.accelerator());
  }
}
