package org.gan4j.nd4j;

import java.util.Optional;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.core.backend.NativeCache;

/**
 * Provides the {@code nd4j} backend if ND4J is on the class path and its natives load. This class
 * itself loads without ND4J.
 */
public final class Nd4jProvider implements BackendProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public Nd4jProvider() {}

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public String description() {
    return "every operation through ND4J; for its devices and for sharing memory with INDArray";
  }

  @Override
  public Availability probe() {
    Optional<String> problem = NativeCache.problem();
    if (problem.isPresent()) {
      return Availability.unusable(problem.get());
    }
    try {
      return Nd4jRuntime.probe();
    } catch (LinkageError | RuntimeException e) {
      return Availability.unusable(
          absent(e)
              ? "ND4J is not on the class path; add org.nd4j:nd4j-native-platform"
              : "ND4J did not start (" + Availability.cause(e) + ")");
    }
  }

  /** A class that exists but failed to initialise gives the same error. */
  private static boolean absent(Throwable thrown) {
    return thrown instanceof NoClassDefFoundError
        && thrown.getCause() instanceof ClassNotFoundException
        && thrown.getMessage().startsWith("org/nd4j/");
  }

  @Override
  public Backend open(BackendOptions options) {
    Availability availability = probe();
    if (!availability.usable()) {
      throw new BackendUnavailableException("backend 'nd4j': " + availability.reason());
    }
    return new Nd4jBackend(options.threads(), options.dtype());
  }
}
