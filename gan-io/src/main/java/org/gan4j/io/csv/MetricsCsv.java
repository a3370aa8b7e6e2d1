package org.gan4j.io.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.core.Expect;
import org.gan4j.io.WriteFailure;

/**
 * A table of numbers to which rows are appended: a header line that begins with {@code step}, then
 * one line per row. Belongs to one thread.
 *
 * <p>Numbers are formatted by {@code toString}, so that parsing gives the same bits in every
 * locale. A row is in the file when {@link #row} returns, so another process can follow along.
 */
public final class MetricsCsv implements Closeable {
  private static final String STEP = "step";

  private final Path file;
  private final int columns;
  private final FileOutputStream bytes;
  private final Writer out;

  // Not a channel: that would fail in an interrupted thread, which may still have to finish.
  private MetricsCsv(Path file, int columns, FileOutputStream bytes) {
    this.file = file;
    this.columns = columns;
    this.bytes = bytes;
    this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Creates or empties the file and writes the header.
   *
   * @param file the file
   * @param metrics names of the columns after {@code step}
   * @return the open table
   * @throws IllegalArgumentException if a name is empty or contains a comma, quote or line break
   * @throws IOException if the file cannot be written
   */
  public static MetricsCsv create(Path file, String... metrics) throws IOException {
    String header = header(metrics);
    MetricsCsv table = new MetricsCsv(file, metrics.length + 1, opened(file, false));
    table.line(header);
    return table;
  }

  /**
   * Opens the file to continue after a step. Later rows and an incomplete last row are dropped,
   * since the resumed run writes them again. If there is no file, this is {@link #create}.
   *
   * @param file the file
   * @param step the last step to keep
   * @param metrics names of the columns after {@code step}
   * @return the open table
   * @throws IllegalArgumentException as for {@link #create}
   * @throws IOException if the header differs, a row does not begin with a step, or the file cannot
   *     be written
   */
  public static MetricsCsv resume(Path file, long step, String... metrics) throws IOException {
    String header = header(metrics);
    if (Files.notExists(file) || Files.size(file) == 0) {
      return create(file, metrics);
    }
    int kept = kept(file, header, step);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(kept);
    } catch (IOException e) {
      throw WriteFailure.of(file, "to drop later rows", e);
    }
    return new MetricsCsv(file, metrics.length + 1, opened(file, true));
  }

  private static FileOutputStream opened(Path file, boolean append) throws IOException {
    try {
      return new FileOutputStream(file.toFile(), append);
    } catch (IOException e) {
      throw WriteFailure.of(file, "to open it for writing", e);
    }
  }

  private static String header(String... metrics) {
    for (String metric : metrics) {
      if (metric.isBlank() || metric.matches("(?s).*[,\"\\r\\n].*")) {
        throw Expect.failure(
            "MetricsCsv",
            "names without comma, quote or line break",
            Arrays.toString(metrics).replaceAll("[\\r\\n]", "?"),
            "rename the metric");
      }
    }
    return Stream.concat(Stream.of(STEP), Stream.of(metrics)).collect(Collectors.joining(","));
  }

  /** The bytes of the header and of the complete rows up to the step. */
  private static int kept(Path file, String header, long step) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    // One character per byte, so that positions in the text are positions in the file.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] first = (header + '\n').getBytes(StandardCharsets.UTF_8);
    if (!text.startsWith(new String(first, StandardCharsets.ISO_8859_1))) {
      String got = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      throw new IOException(
          String.format(
              Locale.ROOT,
              "MetricsCsv %s: expected the header %s, got %s; resume with the same metrics",
              file,
              header,
              got));
    }
    int kept = first.length;
    int end = text.indexOf('\n', kept);
    while (end >= 0 && step(file, text.substring(kept, end)) <= step) {
      kept = end + 1;
      end = text.indexOf('\n', kept);
    }
    return kept;
  }

  private static long step(Path file, String line) throws IOException {
    try {
      return Long.parseLong(line.contains(",") ? line.substring(0, line.indexOf(',')) : line);
    } catch (NumberFormatException e) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "MetricsCsv %s: expected rows that begin with a step, got %s; remove the damaged rows",
              file,
              line),
          e);
    }
  }

  /**
   * Appends a row.
   *
   * @param step the step, larger than that of the previous row
   * @param metrics one number per column after {@code step}; NaN and infinities are allowed, and
   *     null leaves a field empty
   * @throws IllegalArgumentException if the number of metrics is not that of the columns
   * @throws IOException if the file cannot be written
   */
  public void row(long step, Number... metrics) throws IOException {
    if (metrics.length + 1 != columns) {
      throw Expect.failure(
          "MetricsCsv " + file,
          (columns - 1) + " metrics",
          metrics.length,
          "pass one number per column");
    }
    line(
        Stream.concat(Stream.of(step), Arrays.stream(metrics))
            .map(number -> number == null ? "" : number.toString())
            .collect(Collectors.joining(",")));
  }

  private void line(String line) throws IOException {
    try {
      out.write(line + '\n');
      out.flush();
    } catch (IOException e) {
      throw WriteFailure.of(file, "to write a row", e);
    }
  }

  /**
   * Forces all rows to the disk, so that they are there even after a power cut.
   *
   * @throws IOException if the disk cannot take them
   */
  public void force() throws IOException {
    try {
      bytes.getFD().sync();
    } catch (IOException e) {
      throw WriteFailure.of(file, "to write its rows to the disk", e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
