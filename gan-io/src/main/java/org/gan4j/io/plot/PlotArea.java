package org.gan4j.io.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.io.ReadableNumber;
import org.gan4j.io.plot.Canvas.Anchor;
import org.gan4j.io.plot.Canvas.Box;
import org.gan4j.io.plot.Canvas.Pen;
import org.gan4j.io.plot.Canvas.Text;
import org.gan4j.io.plot.Series.Style;

/** A figure, laid out in a frame: grid, ticks, labels and series, without title and legend. */
final class PlotArea {
  /** Space for ticks and a label beside the frame. */
  static final int LEFT = 66;

  static final int BELOW = 44;

  private static final int TICK_SIZE = 12;
  private static final int LABEL_SIZE = 13;
  private static final int TICK_DIGITS = 4;

  /** The approximate distance between ticks. */
  private static final double TICK_WIDTH = 67;

  private static final double TICK_HEIGHT = 51;

  private final Figure figure;
  private final Box frame;
  private final Scale x;
  private final Scale y;

  PlotArea(Figure figure, Box frame) {
    this.figure = figure;
    this.frame = frame;
    Scale across = Scale.of(figure.x(), all(figure, Series::x), frame.left(), frame.right());
    Scale up = Scale.of(figure.y(), all(figure, Series::y), frame.bottom(), frame.top());
    double least = Math.min(across.density(), up.density());
    this.x = figure.square() ? across.widened(across.density() / least) : across;
    this.y = figure.square() ? up.widened(up.density() / least) : up;
  }

  private static double[] all(Figure figure, ToDoubleBiFunction<Series, Integer> coordinate) {
    return figure.series().stream()
        .flatMapToDouble(
            series ->
                IntStream.range(0, series.size())
                    .mapToDouble(i -> coordinate.applyAsDouble(series, i)))
        .toArray();
  }

  void draw(Canvas canvas) {
    grid(canvas);
    labels(canvas);
    canvas.clipped(
        frame,
        () -> {
          for (int i = 0; i < figure.series().size(); i++) {
            Series series = figure.series().get(i);
            Marks.draw(canvas, series.style(), Ink.of(series, figure.colour(i)), parts(series));
          }
        });
  }

  private void grid(Canvas canvas) {
    List<double[]> lines = new ArrayList<>();
    for (double tick : x.ticks((int) Math.round(frame.width() / TICK_WIDTH))) {
      double at = x.position(tick);
      lines.add(new double[] {at, frame.top(), at, frame.bottom()});
      tick(canvas, tick, Anchor.MIDDLE, at, frame.bottom() + 16);
    }
    for (double tick : y.ticks((int) Math.round(frame.height() / TICK_HEIGHT))) {
      double at = y.position(tick);
      lines.add(new double[] {frame.left(), at, frame.right(), at});
      tick(canvas, tick, Anchor.END, frame.left() - 5, at + 4);
    }
    canvas.lines(Pen.line(Ink.GRID, 0.6), lines);
  }

  private static void tick(Canvas canvas, double tick, Anchor anchor, double across, double down) {
    String words = ReadableNumber.of(tick, TICK_DIGITS);
    canvas.text(new Text(words, Ink.SOFT, TICK_SIZE, anchor, across, down));
  }

  private void labels(Canvas canvas) {
    canvas.frame(Pen.line(Ink.SOFT, 0.8), frame);
    double middle = (frame.left() + frame.right()) / 2;
    label(canvas, figure.x().label(), middle, frame.bottom() + BELOW - 8, false);
    label(
        canvas,
        figure.y().label(),
        frame.left() - LEFT + 14,
        (frame.top() + frame.bottom()) / 2,
        true);
  }

  private static void label(Canvas canvas, String words, double across, double down, boolean up) {
    canvas.text(new Text(words, Ink.WORDS, LABEL_SIZE, false, Anchor.MIDDLE, across, down, up));
  }

  /**
   * The positions of the points that can be shown; lines are interrupted at the others. Dots
   * outside the frame are left out, since they could be very far away.
   */
  private List<double[]> parts(Series series) {
    boolean line = series.style() == Style.LINE || series.style() == Style.DASHED;
    boolean dots = series.style() == Style.POINTS || series.style() == Style.CLOUD;
    List<double[]> parts = new ArrayList<>();
    DoubleStream.Builder part = DoubleStream.builder();
    for (int i = 0; i < series.size(); i++) {
      double across = x.position(series.x(i));
      double down = y.position(series.y(i));
      boolean placed = Double.isFinite(across) && Double.isFinite(down);
      if (placed && (!dots || frame.contains(across, down))) {
        part.add(across).add(down);
      } else if (line) {
        parts.add(part.build().toArray());
        part = DoubleStream.builder();
      }
    }
    parts.add(part.build().toArray());
    return parts;
  }
}
