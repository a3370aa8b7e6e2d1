package org.gan4j.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.workload.ConvolutionWorkload;
import org.gan4j.speed.workload.DenseWorkload;
import org.gan4j.speed.workload.GemmLayout;
import org.gan4j.speed.workload.MapShape;
import org.gan4j.speed.workload.MemoryPass;
import org.gan4j.speed.workload.OptimizerKind;
import org.gan4j.speed.workload.ProductShape;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.speed.workload.StepSize;
import org.openjdk.jmh.runner.options.Options;

/** The values that the benchmarks' parameters can have. */
final class BenchmarkParameters {
  /** The values of a parameter, for all benchmarks that have it. */
  private static final Map<String, List<Object>> NAMED =
      Map.of(
          "size", List.of((Object[]) StepSize.values()),
          "penalty", List.of((Object[]) StepPenalty.values()),
          "shape", joined(ProductShape.values(), MapShape.values()),
          "layout", List.of((Object[]) GemmLayout.values()),
          "pass", joined(DenseWorkload.Pass.values(), ConvolutionWorkload.Pass.values()),
          "operation", List.of((Object[]) MemoryPass.values()),
          "optimizer", List.of((Object[]) OptimizerKind.values()));

  private BenchmarkParameters() {}

  /**
   * Checks the given values, and opens the given backends.
   *
   * @throws IllegalArgumentException if a value is none of its parameter's
   * @throws org.gan4j.core.backend.BackendUnavailableException if a backend cannot work here
   */
  static void check(Options options) {
    NAMED.forEach(
        (parameter, values) ->
            given(options, parameter, List.of(), name -> named(parameter, values, name)));
    given(options, "activation", List.of(), Activation::parse);
    List<DType> dtypes =
        given(
            options,
            "dtype",
            List.of(DType.FLOAT32),
            name -> named("dtype", List.of(DType.values()), name));
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

  /** Two benchmarks may have parameters of one name; JMH refuses what is the other's. */
  private static List<Object> joined(Object[] some, Object[] others) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(others))
        .map(Object::toString)
        .distinct()
        .map(Object.class::cast)
        .toList();
  }

  private static <T> T named(String parameter, List<T> values, String name) {
    return values.stream()
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Expect.unknown(parameter, values.stream().map(Object::toString).toList(), name));
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
