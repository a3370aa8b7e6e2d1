package org.gan4j.core.backend;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.gan4j.core.Expect;

/** Finds and opens backends by name. */
public final class Backends {
  private Backends() {}

  /** {@return every provider on the class path, by name} */
  public static List<BackendProvider> providers() {
    return ServiceLoader.load(BackendProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(BackendProvider::name))
        .toList();
  }

  /**
   * Opens a backend for FLOAT32 with one thread per processor.
   *
   * @param name a {@link BackendName}, such as {@code cpu} or {@code cuda:1}
   * @return the backend, owned by the calling thread
   * @throws BackendUnavailableException if there is none of that name or it cannot work here
   */
  public static Backend open(String name) {
    return open(name, BackendOptions.defaults());
  }

  /**
   * Opens the backend of this name, and never another in its place.
   *
   * @param name a {@link BackendName}, such as {@code cpu} or {@code cuda:1}
   * @param options what to ask of it; the name says which device
   * @return the backend, owned by the calling thread
   * @throws BackendUnavailableException if there is none of that name or it cannot work here
   * @throws IllegalArgumentException if more threads are asked for than {@link #mostThreads}, or a
   *     device of a backend that has none to choose from
   */
  public static Backend open(String name, BackendOptions options) {
    requireUsefulThreads(options.threads());
    BackendName parsed = BackendName.parse(name);
    List<BackendProvider> providers = providers();
    for (BackendProvider provider : providers) {
      if (provider.name().equals(parsed.provider())) {
        requireChoice(provider, parsed);
        if (!provider.probe().usable()) {
          throw unavailable(name, "it cannot work here", providers);
        }
        return provider.open(options.with(parsed.accelerator()));
      }
    }
    throw unavailable(name, "there is no such backend", providers);
  }

  /**
   * Returns the largest number of threads that a backend is opened with: 4 for each processor, and
   * at least 16. Threads beyond the processors wait for each other in every operation; with 32
   * times as many, a step takes about 50 times as long.
   *
   * @return the number
   */
  public static int mostThreads() {
    return Math.max(16, 4 * Runtime.getRuntime().availableProcessors());
  }

  private static void requireChoice(BackendProvider provider, BackendName name) {
    if (!provider.choosesDevice() && !name.accelerator().equals(Accelerator.DEFAULT)) {
      throw Expect.failure(
          "backend",
          "'" + provider.name() + "', which has no devices to choose from",
          "'" + name + "'");
    }
  }

  private static void requireUsefulThreads(int threads) {
    if (threads > mostThreads()) {
      throw Expect.failure(
          "threads",
          "at most " + mostThreads() + " on this machine",
          threads,
          "more would only wait for each other, best is one for each processor");
    }
  }

  private static BackendUnavailableException unavailable(
      String name, String why, List<BackendProvider> providers) {
    String known =
        providers.stream()
            .map(
                provider -> {
                  Availability availability = provider.probe();
                  return provider.name()
                      + (availability.usable() ? " (usable: " : " (not usable: ")
                      + availability.reason()
                      + ")";
                })
            .collect(Collectors.joining("; "));
    return new BackendUnavailableException(
        "backend '" + name + "': " + why + "; choose one of: " + known);
  }
}
