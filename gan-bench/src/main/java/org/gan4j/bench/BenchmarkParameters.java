package org.gan4j.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.gan4j.bench.kernel.ProductShape;
import org.gan4j.bench.step.StepSize;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.openjdk.jmh.runner.options.Options;

/** The values that the benchmarks' parameters can have. */
final class BenchmarkParameters {
  private static final List<String> LAYOUTS = List.of("NN", "NT", "TN", "TT");

  private BenchmarkParameters() {}

  /**
   * Checks the given values, and opens the given backends.
   *
   * @throws IllegalArgumentException if a value is none of its parameter's
   * @throws org.gan4j.core.backend.BackendUnavailableException if a backend cannot work here
   */
  static void check(Options options) {
    given(options, "size", List.of(), name -> named("size", StepSize.values(), name));
    given(options, "shape", List.of(), name -> named("shape", ProductShape.values(), name));
    given(options, "layout", List.of(), name -> named("layout", LAYOUTS.toArray(), name));
    given(options, "activation", List.of(), Activation::parse);
    List<DType> dtypes =
        given(
            options, "dtype", List.of(DType.FLOAT32), name -> named("dtype", DType.values(), name));
    List<Integer> threads = given(options, "threads", List.of(1), BenchmarkParameters::number);
    List<String> backends = given(options, "backend", List.of("cpu"), name -> name);
    for (String backend : backends) {
      for (DType dtype : dtypes) {
        threads.forEach(n -> Backends.open(backend, new BackendOptions(n, dtype)).close());
      }
    }
  }

  private static <T> List<T> given(
      Options options, String parameter, List<T> usual, Function<String, T> value) {
    Collection<String> given = options.getParameter(parameter).orElse(List.of());
    return given.isEmpty() ? usual : given.stream().map(value).toList();
  }

  private static <T> T named(String parameter, T[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Expect.unknown(
                    parameter, Arrays.stream(values).map(Object::toString).toList(), name));
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      Expect.count("threads", "thread", number, 1);
      return number;
    } catch (NumberFormatException e) {
      throw Expect.failure("threads", "a number of threads", "'" + text + "'");
    }
  }
}
