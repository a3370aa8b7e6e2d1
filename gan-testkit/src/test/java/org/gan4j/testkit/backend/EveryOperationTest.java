package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.junit.jupiter.api.Test;

class EveryOperationTest {
  @Test
  void everyOperationOfTheInterfaceIsInTheTable() {
    Set<String> operations =
        Arrays.stream(Backend.class.getMethods())
            .filter(EveryOperationTest::takesTensors)
            .map(Method::getName)
            .collect(Collectors.toSet());
    Set<String> table =
        EveryOperation.calls().stream().map(EveryOperation.Call::name).collect(Collectors.toSet());
    assertThat(operations).hasSizeGreaterThan(20).isEqualTo(table);
  }

  private static boolean takesTensors(Method method) {
    List<Class<?>> types = List.of(method.getParameterTypes());
    return types.contains(Tensor.class) || types.contains(List.class);
  }
}
