package org.gan4j.testkit.loss.mutant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** Runs the checks of a contract by hand, and tells which failed. */
final class Checks {
  /** Those that are quick to open; a loss that is wrong is so everywhere. */
  private static final List<String> BACKENDS = List.of("reference", "cpu", "deferred");

  private Checks() {}

  /** {@return the names of a contract's checks for this subclass's subject} */
  static Set<String> of(Class<?> contract, Object instance) {
    Set<String> names = new TreeSet<>();
    for (Method method : contract.getDeclaredMethods()) {
      if (method.isAnnotationPresent(TestFactory.class)) {
        dynamic(method, instance).map(DynamicTest::getDisplayName).forEach(names::add);
      } else if (isTest(method)) {
        names.add(method.getName());
      }
    }
    return names;
  }

  /** {@return the checks that fail for this subclass's subject, each with what it says} */
  static Map<String, String> failing(Class<?> contract, Object instance) {
    Map<String, String> failed = new TreeMap<>();
    for (Method method : contract.getDeclaredMethods()) {
      if (method.isAnnotationPresent(TestFactory.class)) {
        dynamic(method, instance)
            .forEach(
                check ->
                    failure(check).ifPresent(said -> failed.put(check.getDisplayName(), said)));
      } else if (isTest(method)) {
        failure(method, instance).ifPresent(said -> failed.put(method.getName(), said));
      }
    }
    return failed;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static Optional<String> failure(Method check, Object instance) {
    return check.getParameterCount() == 0
        ? thrown(check, instance)
        : BACKENDS.stream().flatMap(name -> thrown(check, instance, name).stream()).findFirst();
  }

  private static Optional<String> thrown(Method check, Object instance, Object... arguments) {
    try {
      check.invoke(instance, arguments);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(String.valueOf(e.getCause().getMessage()));
    } catch (IllegalAccessException e) {
      throw hidden(check, e);
    }
  }

  private static Optional<String> failure(DynamicTest check) {
    try {
      check.getExecutable().execute();
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Stream<DynamicTest> dynamic(Method factory, Object instance) {
    try {
      return ((Stream<?>) factory.invoke(instance)).map(DynamicTest.class::cast);
    } catch (InvocationTargetException e) {
      throw new AssertionError("checks of " + instance + ": cannot be listed", e);
    } catch (IllegalAccessException e) {
      throw hidden(factory, e);
    }
  }

  private static LinkageError hidden(Method check, IllegalAccessException e) {
    return new LinkageError("check " + check.getName() + ": expected a public method", e);
  }
}
