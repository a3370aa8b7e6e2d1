package org.gan4j.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.core.autograd.Var;
import org.junit.jupiter.api.Test;

/** docs/guide/tensors.md lists every operation, once. */
class TensorPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)\\(([^)]*)\\)` \\|");

  @Test
  void theTablesAreThePublicMethodsOfVar() {
    List<String> listed =
        ROW.matcher(Pages.text("docs/guide/tensors.md"))
            .results()
            .map(row -> row.group(1) + "(" + types(row.group(2)) + ")")
            .sorted()
            .toList();
    List<String> methods =
        Arrays.stream(Var.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !method.getName().equals("toString"))
            .map(TensorPageTest::signature)
            .sorted()
            .toList();
    assertThat(listed).isEqualTo(methods);
  }

  /** The types of {@code "Var weight, int height"}: {@code "Var, int"}. */
  private static String types(String parameters) {
    return parameters.replaceAll(" \\w+(?=,|$)", "");
  }

  private static String signature(Method method) {
    String types =
        Arrays.stream(method.getGenericParameterTypes())
            .map(type -> type.getTypeName().replaceAll("\\w+\\.", ""))
            .collect(Collectors.joining(", "));
    return method.getName()
        + "("
        + (method.isVarArgs() ? types.replaceAll("\\[]$", "...") : types)
        + ")";
  }
}
