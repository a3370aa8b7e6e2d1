package org.gan4j.io.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class SheetTest {
  private static final int BLUE = 0x0b62a8;
  private static final int WHITE = 0xffffff;

  @TempDir Path folder;

  private static Figure square(String title) {
    return Figure.of(title, "A square & its corners.", "", "")
        .showingX(new AxisRange(0, 1))
        .showingY(new AxisRange(0, 1));
  }

  private BufferedImage png(Sheet sheet) throws IOException {
    Path file = folder.resolve("sheet.png");
    sheet.writePng(file);
    return ImageIO.read(file.toFile());
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  @Test
  void drawsLinesAndPointsWhereTheScalesSay() throws IOException {
    double[] ends = {0.25, 0.75};
    Figure figure =
        square("")
            .line("l", ends, new double[] {0.345, 0.345})
            .points("p", ends, new double[] {0.65, 0.65});
    BufferedImage image = png(new Sheet(List.of(figure), 1, 200, 100));

    // The frame begins at 56 across and 44 down.
    assertThat(image.getWidth()).isEqualTo(56 + 200 + 20);
    assertThat(rgb(image, 56 + 100, 44 + 65)).isEqualTo(BLUE);
    assertThat(rgb(image, 56 + 45, 44 + 65)).isEqualTo(WHITE);
    assertThat(rgb(image, 56 + 50, 44 + 35)).isEqualTo(0xc4570a);
    assertThat(rgb(image, 56 + 56, 44 + 35)).isEqualTo(WHITE);
  }

  @Test
  void whatIsOutsideTheFrameIsCutOff() throws IOException {
    Figure figure =
        square("")
            .line("l", new double[] {0.5, 50}, new double[] {0.645, 0.645})
            .points("p", new double[] {1.02, -1e30}, new double[] {0.35, 0.35});
    BufferedImage image = png(new Sheet(List.of(figure), 1, 200, 100));

    assertThat(rgb(image, 56 + 190, 44 + 35)).isEqualTo(BLUE);
    for (int y = 44; y < 140; y++) {
      assertThat(rgb(image, 56 + 203, y)).isEqualTo(WHITE);
    }
  }

  @Test
  void anAreaIsTranslucent() throws IOException {
    double[] ends = {0, 1};
    Figure figure = square("").band("b", ends, new double[] {0, 0}, new double[] {0.5, 0.5});
    BufferedImage image = png(new Sheet(List.of(figure), 1, 200, 100));

    // 0.35 of #0b62a8 and 0.65 of white.
    assertThat(rgb(image, 56 + 111, 44 + 75)).isEqualTo(0xaac8e1);
    assertThat(rgb(image, 56 + 111, 44 + 25)).isEqualTo(WHITE);
  }

  @Test
  void figuresStandInRows() throws IOException {
    Figure figure = square("t").line("l", new double[] {0, 1}, new double[] {0, 1});
    BufferedImage one = png(new Sheet(List.of(figure), 2, 100, 80));
    BufferedImage three = png(new Sheet(List.of(figure, figure, figure), 2, 100, 80));

    assertThat(three.getWidth()).isEqualTo(2 * one.getWidth());
    assertThat(three.getHeight()).isEqualTo(2 * one.getHeight());
    for (int x = 0; x < one.getWidth(); x++) {
      for (int y = 0; y < one.getHeight(); y++) {
        assertThat(three.getRGB(x + one.getWidth(), y)).isEqualTo(one.getRGB(x, y));
        assertThat(three.getRGB(x, y + one.getHeight())).isEqualTo(one.getRGB(x, y));
      }
    }
  }

  @Test
  void aLongLegendHasMoreRows() throws IOException {
    Figure figure = square("t");
    for (int i = 0; i < 5; i++) {
      figure = figure.line("a rather long name", new double[2], new double[2]);
    }
    int wide = png(new Sheet(List.of(figure), 1, 1200, 80)).getHeight();
    int narrow = png(new Sheet(List.of(figure), 1, 100, 80)).getHeight();

    assertThat(narrow).isEqualTo(wide + 4 * Legend.ROW_HEIGHT);
  }

  @Test
  void anSvgFileIsXmlWithItsOwnStyle() throws Exception {
    Path file = folder.resolve("sheet.svg");
    Figure figure = square("a < b").line("l & m", new double[] {0, 1}, new double[] {0, 1});
    new Sheet(List.of(figure, figure), 2, 200, 100).writeSvg(file);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());

    assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("552");
    assertThat(svg.getElementsByTagName("style").item(0).getTextContent())
        .contains(".plot-blue { color: #0b62a8; }", "prefers-color-scheme: dark");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a < b\na < b");
    assertThat(svg.getDocumentElement().getTextContent()).contains("l & m");
  }

  @Test
  void refusesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sheet(List.of(), 1, 200, 100))
        .withMessage(
            "Sheet: expected figures and positive sizes, got 0 figures, 1 columns, 200 × 100 pixels");
  }
}
