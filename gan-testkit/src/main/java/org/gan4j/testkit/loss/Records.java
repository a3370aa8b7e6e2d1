package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** What a config can hold: records of plain values, lists and records. */
final class Records {
  private static final Set<Class<?>> PLAIN =
      Set.of(Double.class, Float.class, Long.class, Integer.class, Boolean.class, String.class);

  private Records() {}

  static void assertPlain(Object value) {
    if (value == null || PLAIN.contains(value.getClass()) || value instanceof Enum) {
      return;
    }
    if (value instanceof Collection<?> values) {
      values.forEach(Records::assertPlain);
      return;
    }
    assertThat(value.getClass().isRecord())
        .as("%s: a record of plain values, so that a config can hold it", value.getClass())
        .isTrue();
    assertThat(rebuilt(value)).as("rebuilt from its components").isEqualTo(value);
  }

  private static Object rebuilt(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true);
        values[i] = components[i].getAccessor().invoke(value);
        assertPlain(values[i]);
      }
      Constructor<?> canonical = value.getClass().getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot rebuild " + value, e);
    }
  }
}
