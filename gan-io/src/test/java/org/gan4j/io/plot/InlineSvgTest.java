package org.gan4j.io.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InlineSvgTest {
  @Test
  void aLineIsInterruptedWhereItCannotBeShown() {
    double nan = Double.NaN;
    Figure figure =
        Figure.of("Gaps", "With holes.", "x", "y")
            .logX()
            .logY()
            .line("l", new double[] {-1, 0, 1, 10, 100}, new double[] {1, 1, nan, 2, 3})
            .points("p", new double[] {1, Double.POSITIVE_INFINITY}, new double[] {0, 1});
    String svg = InlineSvg.of(figure, "f");

    // Of five points two are not positive and one is no number; the last two are joined.
    assertThat(svg).containsPattern("<path class=\"plot-blue\" [^>]* d=\"M[\\d. ]+L[\\d. ]+\"/>");
    assertThat(svg).contains("<g class=\"plot-orange\" fill=\"currentColor\"></g>");
  }

  @Test
  void positionsAreThoseOfTheScales() {
    Figure figure =
        Figure.of("", "", "", "")
            .showingX(new AxisRange(0, 2))
            .showingY(new AxisRange(0, 4))
            .dashed("d", new double[] {0, 1, 2}, new double[] {0, 1, 4})
            .band("b", new double[] {0, 2}, new double[] {0, 0}, new double[] {2, 2});
    String svg = InlineSvg.of(figure, "f");

    // The frame is from 66 to 468 across and from 266 up to 10.
    assertThat(svg).contains("d=\"M66.0 266.0L267.0 202.0L468.0 10.0\"/>");
    assertThat(svg).contains("d=\"M66.0 138.0L468.0 138.0L468.0 266.0L66.0 266.0Z\"/>");
    assertThat(svg).contains("stroke-dasharray=\"6 4\"");
  }

  @Test
  void squareUnitsAreAsLongOnBothAxes() {
    Figure figure =
        Figure.of("", "", "", "")
            .withSquareUnits()
            .points("p", new double[] {0, 1, 0}, new double[] {0, 0, 1});

    assertThat(InlineSvg.of(figure, "f"))
        .contains(
            "cx=\"146.2\" cy=\"258.8\"", "cx=\"387.8\" cy=\"258.8\"", "cx=\"146.2\" cy=\"17.2\"");
  }

  @Test
  void wordsAreEscapedAndFigureIsDescribed() {
    Figure figure =
        Figure.of("a < b", "\"a\" & b", "x & y", "y").points("p", new double[1], new double[1]);
    String svg = InlineSvg.of(figure, "f1");

    assertThat(svg)
        .startsWith("<svg class=\"plot\" viewBox=\"0 0 480 310\"")
        .contains("role=\"img\" aria-labelledby=\"f1-t f1-d\"")
        .contains("<title id=\"f1-t\">a &lt; b</title>")
        .contains("<desc id=\"f1-d\">&quot;a&quot; &amp; b</desc>")
        .contains(">x &amp; y</text>");
  }

  @Test
  void aSwatchLooksLikeItsSeries() {
    Figure figure =
        Figure.of("", "", "", "")
            .dashed("d", new double[1], new double[1])
            .cloud("c", new double[1], new double[1])
            .inGrey();

    assertThat(InlineSvg.swatch(figure, 0))
        .contains("class=\"plot-blue\"", "stroke-dasharray=\"6 4\"", "d=\"M0.0 6.0L24.0 6.0\"");
    assertThat(InlineSvg.swatch(figure, 1))
        .contains("class=\"plot-grey\"", "fill-opacity=\"0.5\"", "cx=\"12.0\" cy=\"6.0\"");
  }

  @Test
  void everyColourHasOneForDarkScreens() {
    String css = InlineSvg.stylesheet();
    String light = css.substring(0, css.indexOf("@media (prefers-color-scheme: dark)"));

    for (Ink ink : Ink.values()) {
      assertThat(light).contains('.' + ink.css() + " { color: #");
      assertThat(css.substring(light.length())).contains('.' + ink.css() + " { color: #");
    }
  }
}
