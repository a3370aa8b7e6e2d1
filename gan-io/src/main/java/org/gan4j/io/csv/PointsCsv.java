package org.gan4j.io.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gan4j.core.Expect;
import org.gan4j.io.WholeFile;

/**
 * Writes points of one or two dimensions, one per line, under the header {@code x} or {@code x,y}.
 */
public final class PointsCsv {
  private PointsCsv() {}

  /**
   * Writes the file, with numbers formatted by {@link Float#toString}.
   *
   * @param file the file, replaced
   * @param points the coordinates, row-major
   * @param dimensions 1 or 2
   * @shape points {@code [n, dimensions]}
   * @throws IllegalArgumentException if there are more dimensions or the last point is incomplete
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, float[] points, int dimensions) throws IOException {
    if (dimensions < 1 || dimensions > 2 || points.length % dimensions != 0) {
      throw Expect.failure(
          "PointsCsv " + file,
          "points of 1 or 2 dimensions",
          "%d values and %d dimensions".formatted(points.length, dimensions),
          "pass complete points");
    }
    WholeFile.write(file, out -> write(out, points, dimensions));
  }

  private static void write(OutputStream out, float[] points, int dimensions) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
    text.write(dimensions == 1 ? "x\n" : "x,y\n");
    for (int i = 0; i < points.length; i++) {
      text.write(Float.toString(points[i]));
      text.write((i + 1) % dimensions == 0 ? '\n' : ',');
    }
    text.flush();
  }
}
