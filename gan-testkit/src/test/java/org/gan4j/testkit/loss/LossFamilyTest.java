package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.GanLoss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loss at comfortable and at large logits, against loss-family.csv. */
class LossFamilyTest {
  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                LossFamilyTest.class.getResourceAsStream("loss-family.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void valuesAndGradients(String name) throws IOException {
    Set<String> seen = new TreeSet<>();
    try (Backend backend = Backends.open(name, new BackendOptions(1, DType.FLOAT64))) {
      for (String line : lines()) {
        String[] cells = line.split(",", -1);
        GanLoss loss = Recipes.load().usual(GanLoss.class, cells[0]);
        seen.add(loss.name());
        double[] numbers = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
        Evaluation found =
            Evaluation.of(loss, backend, new double[] {numbers[0]}, new double[] {numbers[1]});
        assertNear(line, found.discriminator(), numbers[2]);
        assertNear(line, found.discriminatorReal().get(0), numbers[3]);
        assertNear(line, found.discriminatorFake().get(0), numbers[4]);
        assertNear(line, found.generator(), numbers[5]);
        assertNear(line, found.generatorFake().get(0), numbers[6]);
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Recipes.load().usual(GanLoss.class).stream().map(GanLoss::name).toList());
  }

  /** Relatively, in the tails too. */
  private static void assertNear(String line, double actual, double expected) {
    assertThat(actual).as(line).isCloseTo(expected, within(4e-13 * Math.abs(expected)));
  }
}
