package org.gan4j.testkit.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.core.DType;
import org.gan4j.core.autograd.Primitive;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Implementations;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrimitiveDerivativesTest {
  /** A property names others, so that scripts/gpu-check can check theirs. */
  private static final List<String> BACKENDS =
      List.of(System.getProperty("gan4j.check.backends", "reference,cpu").split(",", -1));

  private static final Map<String, List<GradientCheck.Errors>> FOUND = new LinkedHashMap<>();

  static List<PrimitiveCases.Case> cases() {
    return PrimitiveCases.all();
  }

  @Test
  void everyPrimitiveIsInTheTable() throws IOException, URISyntaxException {
    Set<String> table =
        cases().stream()
            .map(PrimitiveCases.Case::type)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Implementations.of(Primitive.class))
        .hasSizeGreaterThanOrEqualTo(19)
        .isEqualTo(table);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivativesAgreeWithDifferences(PrimitiveCases.Case each) {
    List<GradientCheck.Errors> found = new ArrayList<>();
    for (String name : BACKENDS) {
      try (Backend backend = Backends.open(name, new BackendOptions(1, DType.FLOAT64))) {
        GradientCheck.Errors errors = everyPosition(backend, each);
        assertThat(errors.first()).as("%s on %s, first", each, name).isLessThanOrEqualTo(1e-8);
        assertThat(errors.second()).as("%s on %s, second", each, name).isLessThanOrEqualTo(1e-6);
        found.add(errors);
      }
    }
    FOUND.put(each.label(), found);
  }

  /** All inputs together, and each alone with the others constant, as in a frozen network. */
  private static GradientCheck.Errors everyPosition(Backend backend, PrimitiveCases.Case each) {
    List<HostArray> inputs = each.inputs();
    GradientCheck.Errors errors =
        GradientCheck.errors(backend, xs -> scalar(each, xs.toArray(Var[]::new)), inputs);
    for (int i = 0; i < inputs.size() && inputs.size() > 1; i++) {
      int position = i;
      errors =
          errors.max(
              GradientCheck.errors(
                  backend, xs -> alone(each, position, xs.get(0)), List.of(inputs.get(i))));
    }
    return errors;
  }

  private static Var alone(PrimitiveCases.Case each, int position, Var x) {
    Tape tape = x.tape();
    Var[] inputs = new Var[each.inputs().size()];
    for (int i = 0; i < inputs.length; i++) {
      HostArray input = each.inputs().get(i);
      inputs[i] = i == position ? x : tape.constant(input.on(tape.backend(), DType.FLOAT64));
    }
    return scalar(each, inputs);
  }

  /** Σ w (y + y²/2) over all outputs, so that linear primitives have a second derivative. */
  private static Var scalar(PrimitiveCases.Case each, Var... inputs) {
    Tape tape = inputs[0].tape();
    Var total = null;
    for (Var y : tape.apply(each.primitive(), inputs)) {
      HostArray random = Inputs.normal(y.shape(), 30);
      Var weights = tape.constant(random.on(tape.backend(), DType.FLOAT64));
      Var term = y.multiply(0.5).add(1).multiply(y).multiply(weights).sum();
      total = total == null ? term : total.add(term);
    }
    return total;
  }

  @AfterAll
  static void writeTheTable() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("Errors of derivatives against extrapolated central differences, FLOAT64,\n");
    table.append("relative to the gradient's largest element, the differences' own uncertainty\n");
    table.append("included; bounds 1e-8 and 1e-6. Written by PrimitiveDerivativesTest.\n\n");
    table.append("| primitive");
    BACKENDS.forEach(name -> table.append(" | ").append(name).append(", first | second"));
    table.append(" |\n|---").append("|---|---".repeat(BACKENDS.size())).append("|\n");
    FOUND.forEach(
        (label, found) -> {
          table.append("| ").append(label);
          for (GradientCheck.Errors errors : found) {
            table.append(
                String.format(Locale.ROOT, " | %.1e | %.1e", errors.first(), errors.second()));
          }
          table.append(" |\n");
        });
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "primitive-derivatives.md"), table);
  }
}
