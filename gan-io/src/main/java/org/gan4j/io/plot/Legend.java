package org.gan4j.io.plot;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.io.plot.Canvas.Anchor;
import org.gan4j.io.plot.Canvas.Text;

/** The names of the series beside samples of their styles, in centred rows. */
final class Legend {
  static final int ROW_HEIGHT = 22;

  private static final int SIZE = 13;
  private static final int GAP = 6;
  private static final int BETWEEN = 20;

  /** The usual width of a character, as a fraction of the font size. */
  private static final double CHARACTER = 0.58;

  /** The index of a series in the figure and its place in a row. */
  private record Entry(int index, double left, double right) {}

  private final Figure figure;
  private final List<List<Entry>> rows = new ArrayList<>();

  /** Breaks the legend into rows of at most this width, each with at least one entry. */
  Legend(Figure figure, double width) {
    this.figure = figure;
    double left = 0;
    for (int i : figure.legend()) {
      double needed = width(figure.series().get(i).name());
      if (rows.isEmpty() || left + needed > width) {
        rows.add(new ArrayList<>());
        left = 0;
      }
      rows.get(rows.size() - 1).add(new Entry(i, left, left + needed));
      left += needed + BETWEEN;
    }
  }

  private static double width(String name) {
    return Marks.SAMPLE_WIDTH + GAP + CHARACTER * SIZE * name.codePointCount(0, name.length());
  }

  int height() {
    return rows.size() * ROW_HEIGHT;
  }

  void draw(Canvas canvas, double centre, double top) {
    for (int row = 0; row < rows.size(); row++) {
      List<Entry> entries = rows.get(row);
      double start = centre - entries.get(entries.size() - 1).right() / 2;
      double middle = top + (row + 0.5) * ROW_HEIGHT;
      for (Entry entry : entries) {
        Series series = figure.series().get(entry.index());
        double left = start + entry.left();
        Marks.sample(
            canvas, series.style(), Ink.of(series, figure.colour(entry.index())), left, middle);
        double words = left + Marks.SAMPLE_WIDTH + GAP;
        canvas.text(new Text(series.name(), Ink.WORDS, SIZE, Anchor.START, words, middle + 4.5));
      }
    }
  }
}
