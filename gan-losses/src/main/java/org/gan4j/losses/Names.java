package org.gan4j.losses;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How losses and penalties are named and found. */
final class Names {
  private Names() {}

  static String kebab(Class<?> type) {
    return type.getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  static <T> List<T> all(Class<T> service) {
    return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get).toList();
  }

  static <T> T find(String what, String name, List<T> all, Function<T, String> naming) {
    return all.stream()
        .filter(found -> naming.apply(found).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    what
                        + ": expected one of "
                        + all.stream().map(naming).collect(Collectors.joining(", "))
                        + ", got '"
                        + name
                        + "'"));
  }
}
