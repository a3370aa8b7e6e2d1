package org.gan4j.theory.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathMlTest {
  private static String inner(String formula) {
    String math = MathMl.of(formula);
    assertThat(math).startsWith("<math display=\"block\"><mrow>").endsWith("</mrow></math>");
    return math.substring(28, math.length() - 14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x            | <mi>x</mi>
          12.5         | <mn>12.5</mn>
          ½            | <mn>½</mn>
          a<b          | <mi>a</mi><mo stretchy="false">&lt;</mo><mi>b</mi>
          p_z          | <msub><mi>p</mi><mi>z</mi></msub>
          D^*          | <msup><mi>D</mi><mo stretchy="false">*</mo></msup>
          ∑_i^N        | <msubsup><mo>∑</mo><mi>i</mi><mi>N</mi></msubsup>
          max_D        | <munder><mi>max</mi><mi>D</mi></munder>
          {a}/{b c}    | <mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi><mi>c</mi></mrow></mfrac>
          sqrt{x}      | <msqrt><mrow><mi>x</mi></mrow></msqrt>
          "if & only"  | <mtext>if &amp; only</mtext>
          log(x)       | <mi>log</mi><mrow><mo stretchy="false">(</mo><mrow><mi>x</mi></mrow><mo stretchy="false">)</mo></mrow>
          p log D      | <mi>p</mi><mspace width="0.17em"/><mi>log</mi><mspace width="0.17em"/><mi>D</mi>
          """)
  void readsItsNotation(String formula, String expected) {
    assertThat(inner(formula)).isEqualTo(expected);
  }

  @Test
  void bracketsStretchOnlyAroundFractions() {
    assertThat(inner("({a}/{b})")).contains("<mo>(</mo>").contains("<mo>)</mo>");
    assertThat(inner("(a_b)")).contains("<mo stretchy=\"false\">(</mo>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "{a", "a}", "\"a", "f(a{)"})
  void unmatchedCharactersAreNamed(String formula) {
    assertThatThrownBy(() -> MathMl.of(formula))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("formula '" + formula + "': expected a partner for each");
  }

  @Test
  void anIndexWithoutItsSignIsNamed() {
    assertThatThrownBy(() -> MathMl.of("x_"))
        .hasMessage("formula 'x_': expected something after its last sign, got its end");
  }
}
