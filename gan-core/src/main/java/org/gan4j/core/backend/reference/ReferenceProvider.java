package org.gan4j.core.backend.reference;

import java.util.Map;
import org.gan4j.core.backend.Availability;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;

/** Provides the {@code reference} backend; it works wherever Java does. */
public final class ReferenceProvider implements BackendProvider {
  /** Creates the provider; {@link java.util.ServiceLoader} calls this. */
  public ReferenceProvider() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String description() {
    return "plain Java loops, the oracle for every other backend; slow";
  }

  @Override
  public Availability probe() {
    return Availability.usable(
        "plain Java on " + System.getProperty("java.vm.name"), Map.of("threads", "1"));
  }

  @Override
  public Backend open(BackendOptions options) {
    return new ReferenceBackend(options.dtype());
  }
}
