package org.gan4j.io.plot;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.core.Expect;
import org.gan4j.io.PngFile;
import org.gan4j.io.WholeFile;
import org.gan4j.io.Xml;
import org.gan4j.io.plot.Canvas.Anchor;
import org.gan4j.io.plot.Canvas.Box;
import org.gan4j.io.plot.Canvas.Pen;
import org.gan4j.io.plot.Canvas.Text;

/**
 * A grid of figures as one picture, each with its title above and its legend below.
 *
 * @param figures the figures, row by row
 * @param columns how many figures a row has
 * @param frameWidth the width of each figure's frame, in pixels
 * @param frameHeight the height of each figure's frame, in pixels
 */
public record Sheet(List<Figure> figures, int columns, int frameWidth, int frameHeight) {
  private static final int TITLE_HEIGHT = 44;
  private static final int TITLE_SIZE = 15;
  private static final int UNLABELLED_LEFT = 56;
  private static final int UNLABELLED_BELOW = 26;
  private static final int RIGHT = 20;
  private static final int BOTTOM = 12;

  /**
   * Checks the sizes.
   *
   * @param figures the figures, row by row
   * @param columns how many figures a row has
   * @param frameWidth the width of each frame
   * @param frameHeight the height of each frame
   * @throws IllegalArgumentException if there is no figure, or a size that is not positive
   */
  public Sheet {
    figures = List.copyOf(figures);
    if (figures.isEmpty() || Math.min(columns, Math.min(frameWidth, frameHeight)) < 1) {
      throw Expect.failure(
          "Sheet",
          "figures and positive sizes",
          "%d figures, %d columns, %d × %d pixels"
              .formatted(figures.size(), columns, frameWidth, frameHeight));
    }
  }

  /**
   * Writes the picture as PNG, in the colours of a light page.
   *
   * @param file the PNG file, replaced
   * @throws IOException if the file cannot be written, or if Java cannot draw text, for lack of
   *     fonts or because the display does not respond; the message says what to do
   */
  public void writePng(Path file) throws IOException {
    BufferedImage image;
    try {
      image = image();
    } catch (RuntimeException | InternalError | AWTError | LinkageError e) {
      throw new IOException(
          file
              + ": expected fonts to draw text with, got "
              + reason(e)
              + "; install fontconfig and a font such as DejaVu, and run with"
              + " -Djava.awt.headless=true",
          e);
    }
    PngFile.write(file, image);
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      draw(new ImageCanvas(graphics));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElseThrow();
  }

  /**
   * Writes the picture as a self-contained SVG file with colours for light and dark screens.
   *
   * @param file the SVG file, replaced
   * @throws IOException if the file cannot be written
   */
  public void writeSvg(Path file) throws IOException {
    SvgCanvas canvas = new SvgCanvas();
    draw(canvas);
    String head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
            + " viewBox=\"0 0 %1$d %2$d\" font-family=\"system-ui, sans-serif\" role=\"img\">\n";
    WholeFile.write(
        file,
        WholeFile.text(
            head.formatted(width(), height())
                + "<title>%s</title>\n".formatted(joined(Figure::title))
                + "<desc>%s</desc>\n".formatted(joined(Figure::description))
                + "<style>\n%s</style>\n".formatted(Ink.stylesheet())
                + canvas.elements()
                + "\n</svg>\n"));
  }

  private String joined(Function<Figure, String> words) {
    return Xml.escape(figures.stream().map(words).collect(Collectors.joining("\n")));
  }

  private void draw(Canvas canvas) {
    canvas.area(Pen.fill(Ink.PAGE, 1), new Box(0, 0, width(), height()).corners());
    for (int i = 0; i < figures.size(); i++) {
      int row = i / columns;
      draw(canvas, figures.get(i), i % columns * cellWidth(), row * cellHeight());
    }
  }

  private void draw(Canvas canvas, Figure figure, int left, int top) {
    int frameLeft = left + roomLeft();
    int frameTop = top + TITLE_HEIGHT;
    int frameBottom = frameTop + frameHeight;
    new PlotArea(figure, new Box(frameLeft, frameTop, frameLeft + frameWidth, frameBottom))
        .draw(canvas);
    double centre = frameLeft + frameWidth / 2.0;
    canvas.text(
        new Text(
            figure.title(), Ink.WORDS, TITLE_SIZE, true, Anchor.MIDDLE, centre, top + 28, false));
    legend(figure).draw(canvas, centre, frameBottom + roomBelow());
  }

  private Legend legend(Figure figure) {
    return new Legend(figure, frameWidth);
  }

  private int width() {
    return Math.min(columns, figures.size()) * cellWidth();
  }

  private int height() {
    int rows = (figures.size() + columns - 1) / columns;
    return rows * cellHeight();
  }

  private int cellWidth() {
    return roomLeft() + frameWidth + RIGHT;
  }

  private int cellHeight() {
    int legends = figures.stream().mapToInt(figure -> legend(figure).height()).max().orElseThrow();
    return TITLE_HEIGHT + frameHeight + roomBelow() + legends + BOTTOM;
  }

  private int roomLeft() {
    boolean labelled = figures.stream().anyMatch(figure -> !figure.y().label().isEmpty());
    return labelled ? PlotArea.LEFT + 6 : UNLABELLED_LEFT;
  }

  private int roomBelow() {
    boolean labelled = figures.stream().anyMatch(figure -> !figure.x().label().isEmpty());
    return labelled ? PlotArea.BELOW : UNLABELLED_BELOW;
  }
}
