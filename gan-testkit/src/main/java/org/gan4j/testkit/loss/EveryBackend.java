package org.gan4j.testkit.loss;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.backend.DeferredBackend;

/**
 * The backends that a contract is checked on: each on the class path that can work here, and the
 * deferred one. A check's name says on which it ran.
 */
final class EveryBackend {
  /** The oracle's name. */
  static final String REFERENCE = "reference";

  private static final String CPU = "cpu";
  private static final String DEFERRED = "deferred";

  /** One: losses are too small for more, and their bits repeat. */
  private static final int THREADS = 1;

  private EveryBackend() {}

  /** {@return their names; the source of parameterised checks} */
  static List<String> names() {
    Stream<String> usable =
        Backends.providers().stream()
            .filter(provider -> provider.probe().usable())
            .map(BackendProvider::name);
    return Stream.concat(usable, Stream.of(DEFERRED)).toList();
  }

  /** {@return the names of those that the reference is the oracle of} */
  static List<String> others() {
    return names().stream().filter(name -> !name.equals(REFERENCE)).toList();
  }

  /** A backend that works here, the oracle only where no other does. */
  private static String deferrable() {
    return names().contains(CPU) ? CPU : REFERENCE;
  }

  static Backend open(String name, DType dtype) {
    BackendOptions options = new BackendOptions(THREADS, dtype);
    return name.equals(DEFERRED)
        ? DeferredBackend.open(inner -> Backends.open(deferrable(), inner), options)
        : Backends.open(name, options);
  }
}
