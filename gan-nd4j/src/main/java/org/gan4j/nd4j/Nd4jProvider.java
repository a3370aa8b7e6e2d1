package org.gan4j.nd4j;

import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.BackendUnavailableException;
import org.gan4j.core.backend.Probe;

/**
 * Provides the {@code nd4j} backend where ND4J is on the class path and its natives load. This
 * class itself loads without ND4J.
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
  public Probe probe() {
    try {
      return Nd4jRuntime.probe();
    } catch (LinkageError | RuntimeException e) {
      return Probe.unusable(
          absent(e)
              ? "ND4J is not on the class path; add org.nd4j:nd4j-native-platform"
              : "ND4J did not start (" + Probe.cause(e) + ")");
    }
  }

  /** A class that is there but failed to start gives the same error, for another reason. */
  private static boolean absent(Throwable thrown) {
    return thrown instanceof NoClassDefFoundError
        && thrown.getCause() instanceof ClassNotFoundException
        && thrown.getMessage().startsWith("org/nd4j/");
  }

  @Override
  public Backend open(BackendOptions options) {
    Probe probe = probe();
    if (!probe.usable()) {
      throw new BackendUnavailableException("backend 'nd4j': " + probe.reason());
    }
    return new Nd4jBackend(options.threads(), options.dtype());
  }
}
