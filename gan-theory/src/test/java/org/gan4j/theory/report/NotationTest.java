package org.gan4j.theory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gan4j.theory.Statement;
import org.gan4j.theory.rows.TheoremRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          E_p log D -> E<sub>p</sub> log D
          argmin KL(p ‖ q_θ) -> argmin KL(p ‖ q<sub>θ</sub>)
          N(0, e^2θ), y -> N(0, e<sup>2θ</sup>), y
          D_{probe} < 1 -> D<sub>probe</sub> &lt; 1
          m ≥ 1e-3 -> m ≥ 10<sup>−3</sup>
          margin 2.5e−12 -> margin 2.5 · 10<sup>−12</sup>
          p & q, FLOAT64 -> p &amp; q, FLOAT64
          """)
  void indicesAndPowersAreElements(String words, String html) {
    assertThat(Notation.html(words)).isEqualTo(html);
  }

  @Test
  void noRowShowsRawNotation() {
    for (Statement statement : TheoremRows.theorem().statements()) {
      Stream.of(statement.title(), statement.claim(), statement.source(), statement.method())
          .map(Notation::html)
          .forEach(
              html -> assertThat(html).doesNotContain("^", "_").doesNotContainPattern("\\de-"));
    }
  }
}
