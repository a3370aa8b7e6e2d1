package org.gan4j.testkit.loss.mutant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Runs the checks of a contract by hand, and tells which failed. */
final class Checks {
  private Checks() {}

  /** {@return the checks of a contract, by name} */
  static List<Method> of(Class<?> contract) {
    return Arrays.stream(contract.getDeclaredMethods())
        .filter(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** {@return the names of the checks that fail for this subclass's subject} */
  static Set<String> failing(Class<?> contract, Object instance) {
    Set<String> failed = new TreeSet<>();
    for (Method check : of(contract)) {
      for (Object[] arguments : arguments(check)) {
        if (fails(check, instance, arguments)) {
          failed.add(check.getName());
        }
      }
    }
    return failed;
  }

  private static List<Object[]> arguments(Method check) {
    ValueSource source = check.getAnnotation(ValueSource.class);
    if (source == null) {
      return List.<Object[]>of(new Object[0]);
    }
    return source.strings().length > 0
        ? Arrays.stream(source.strings()).map(value -> new Object[] {value}).toList()
        : Arrays.stream(source.ints()).mapToObj(value -> new Object[] {value}).toList();
  }

  private static boolean fails(Method check, Object instance, Object... arguments) {
    try {
      check.invoke(instance, arguments);
      return false;
    } catch (InvocationTargetException e) {
      return !(e.getCause() instanceof TestAbortedException);
    } catch (IllegalAccessException e) {
      throw new LinkageError("check " + check.getName() + ": expected a public method", e);
    }
  }
}
