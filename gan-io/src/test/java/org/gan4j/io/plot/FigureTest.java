package org.gan4j.io.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FigureTest {
  private static final Figure EMPTY = Figure.of("t", "d", "x", "y");

  private static double[] xs(Series series) {
    return IntStream.range(0, series.size()).mapToDouble(series::x).toArray();
  }

  private static double[] ys(Series series) {
    return IntStream.range(0, series.size()).mapToDouble(series::y).toArray();
  }

  @Test
  void aBandIsAPolygonThereAndBack() {
    Series band =
        EMPTY
            .band("b", new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[] {7, 8, 9})
            .series()
            .get(0);

    assertThat(band.style()).isEqualTo(Series.Style.AREA);
    assertThat(xs(band)).containsExactly(1, 2, 3, 3, 2, 1);
    assertThat(ys(band)).containsExactly(7, 8, 9, 6, 5, 4);
  }

  @Test
  void aLineAndItsBandShareAColourAndOneEntryOfTheLegend() {
    double[] xs = {1, 2};
    Figure figure =
        EMPTY
            .lineInBand("mean", xs, new double[] {5, 6}, new double[] {4, 5}, new double[] {6, 7})
            .line("other", xs, new double[] {1, 1});

    assertThat(figure.series()).extracting(Series::name).containsExactly("mean", "mean", "other");
    assertThat(figure.series())
        .extracting(Series::style)
        .containsExactly(Series.Style.AREA, Series.Style.LINE, Series.Style.LINE);
    assertThat(ys(figure.series().get(0))).containsExactly(6, 7, 5, 4);
    assertThat(ys(figure.series().get(1))).containsExactly(5, 6);
    assertThat(figure.legend()).containsExactly(1, 2);
    assertThat(IntStream.range(0, 3).map(figure::colour)).containsExactly(0, 0, 1);
  }

  @Test
  void stepsHaveEachHeightBetweenItsEdges() {
    Figure figure =
        EMPTY
            .steps("s", new double[] {0, 1, 3}, new double[] {5, 2})
            .bars("b", new double[] {0, 1, 3}, new double[] {5, 2});

    assertThat(figure.series().get(0).style()).isEqualTo(Series.Style.LINE);
    assertThat(xs(figure.series().get(0))).containsExactly(0, 1, 1, 3);
    assertThat(ys(figure.series().get(0))).containsExactly(5, 5, 2, 2);
    assertThat(xs(figure.series().get(1))).containsExactly(0, 1, 1, 3, 3, 1, 1, 0);
    assertThat(ys(figure.series().get(1))).containsExactly(5, 5, 2, 2, 0, 0, 0, 0);
  }

  @Test
  void greyTakesTheLastSeriesAndNoOther() {
    Figure figure =
        EMPTY
            .points("a", new double[1], new double[1])
            .cloud("b", new double[1], new double[1])
            .inGrey()
            .dashed("c", new double[1], new double[1]);

    assertThat(figure.series()).extracting(Series::name).containsExactly("a", "b", "c");
    assertThat(figure.series()).extracting(Series::grey).containsExactly(false, true, false);
    assertThat(figure.series().get(1).style()).isEqualTo(Series.Style.CLOUD);
    assertThatIllegalStateException()
        .isThrownBy(EMPTY::inGrey)
        .withMessage("Figure.inGrey: expected a series before it, got none");
  }

  @Test
  void seriesKeepNoReferenceToTheArguments() {
    double[] xs = {1};
    double[] ys = {2};
    Series series = EMPTY.line("l", xs, ys).series().get(0);
    xs[0] = 9;
    ys[0] = 9;

    assertThat(series.x(0)).isEqualTo(1);
    assertThat(series.y(0)).isEqualTo(2);
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.line("l", new double[2], new double[3]))
        .withMessage("Series l: expected as many y as x, got 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.band("b", new double[2], new double[3], new double[2]))
        .withMessage("Series b: expected as many y as x, got 5 and 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.steps("s", new double[2], new double[2]))
        .withMessage("Series s: expected one edge more than heights, got 2 and 2");
  }
}
