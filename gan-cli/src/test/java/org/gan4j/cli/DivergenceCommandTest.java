package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are closed forms, or Simpson sums with 8000 intervals. */
class DivergenceCommandTest {
  @Test
  void jsonHasEveryNumberWithItsError() throws IOException {
    Outcome outcome =
        Outcome.of("divergence", "--p", "normal(0,1)", "--q", "normal(1,1)", "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    JsonNode json = outcome.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("kl_pq", "kl_qp", "jsd", "tv", "v_optimal");
    check(json.path("kl_pq"), 0.5);
    check(json.path("kl_qp"), 0.5);
    check(json.path("jsd"), 0.111421482185);
    check(json.path("tv"), 0.382924922548);
    check(json.path("v_optimal"), -1.163451396750);
  }

  private static void check(JsonNode number, double expected) {
    assertThat(number.path("value").asDouble()).isCloseTo(expected, within(1e-12));
    assertThat(number.path("error").asDouble()).isBetween(1e-18, 1e-11);
    assertThat(number.path("evaluations").asLong()).isBetween(100L, 100_000L);
    assertThat(number.has("reason")).isFalse();
  }

  @Test
  void infinityIsAStringWithItsReason() throws IOException {
    JsonNode json =
        Outcome.of("divergence", "--p", "uniform(0,2)", "--q", "uniform(0,1)", "--json").json();
    assertThat(json.path("kl_pq").path("value").textValue()).isEqualTo("Infinity");
    assertThat(json.path("kl_pq").path("reason").asText())
        .isEqualTo("p has mass on (1.0, 2.0), where q is zero");
    assertThat(json.path("kl_qp").path("value").asDouble()).isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void aFiniteNumberAboveTheGreatestDoubleIsNotCalledInfinite() throws IOException {
    String[] pair = {"divergence", "--p", "lognormal(0,40)", "--q", "exponential(1)"};
    assertThat(Outcome.of(pair).out())
        .contains(" > 1.7976931348623157E308  finite, but above the greatest double")
        .doesNotContain("infinite");
    JsonNode json = Outcome.of(pair[0], pair[1], pair[2], pair[3], pair[4], "--json").json();
    assertThat(json.path("kl_pq").path("value").asText()).isEqualTo("> 1.7976931348623157E308");
    assertThat(json.path("kl_pq").path("reason").asText()).startsWith("finite");
  }

  @Test
  void aScaleThatNoDoubleHoldsInFullIsRefusedByName() {
    Outcome outcome = Outcome.of("divergence", "--p", "normal(0,1e-320)", "--q", "normal(0,1)");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("--p, column 1: normal: expected sd from 2.2250738585072014E-308 to ");
  }

  @Test
  void theTableIsForPeople() {
    Outcome outcome =
        Outcome.of("divergence", "--p", "atoms(0.75,0.25,0)", "--q", "atoms(0.25,0.25,0.5)");
    assertThat(outcome.exit()).isZero();
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .isEqualTo("                                 nats      error  evaluations");
    assertThat(lines.get(1)).startsWith("KL(p|q)" + " ".repeat(14) + "0.82395921650108 ");
    assertThat(lines.get(2))
        .isEqualTo("KL(q|p)                      infinite  q has mass on atom 3, where p is zero");
    assertThat(lines.get(4)).startsWith("total variation" + " ".repeat(6) + "0.50000000000000 ");
  }

  @Test
  void aBadExpressionIsBadUsage() {
    assertThat(Outcome.of("divergence", "--p", "normal(0,1)", "--q", "0.5*norml(0,1)"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                --q, column 5: expected a known density, got 'norml'; did you mean normal?
                  0.5*norml(0,1)
                      ^
                """));
    assertThat(Outcome.of("divergence", "--p", "atoms(1)", "--q", "normal(0,1)"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "p and q: expected two densities on the line or two sets of atoms, got one of"
                    + " each\n"));
    assertThat(Outcome.of("divergence", "--p", "normal(0,1)").err())
        .startsWith("Missing required option: '--q=DISTRIBUTION'");
  }
}
