package org.gan4j.core.backend.cpu;

import java.util.Map;
import java.util.Optional;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.core.backend.NativeCache;

/**
 * Provides the {@code cpu} backend where OpenBLAS's natives load; oneDNN is used if it is there.
 */
public final class CpuProvider implements BackendProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public CpuProvider() {}

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public String description() {
    return "OpenBLAS, oneDNN and fused Java kernels; the default for training and proofs";
  }

  @Override
  public Availability probe() {
    Optional<String> problem = NativeCache.problem();
    if (problem.isPresent()) {
      return Availability.unusable(problem.get());
    }
    try {
      return Availability.usable(
          "OpenBLAS " + Blas.version() + " through JavaCPP",
          Map.of(
              "openblas", Blas.version(), "kernel", BlasKernel.name(), "onednn", OneDnn.version()));
    } catch (LinkageError e) {
      return Availability.unusable(
          "OpenBLAS's natives did not load ("
              + Availability.cause(e)
              + "); add org.bytedeco:openblas with this platform's classifier to the class path");
    }
  }

  @Override
  public Backend open(BackendOptions options) {
    try {
      Blas.load();
    } catch (LinkageError e) {
      throw new BackendUnavailableException("backend 'cpu': " + probe().reason());
    }
    return new CpuBackend(options.threads(), options.dtype());
  }
}
