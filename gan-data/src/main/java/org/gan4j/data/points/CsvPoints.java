package org.gan4j.data.points;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.gan4j.data.DataException;
import org.gan4j.data.file.ByteStore;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.file.ElementType;

/**
 * Points from a table of numbers in CSV (RFC 4180): a line for each point, numbers between commas,
 * in quotes or not. The first line may be a header. The numbers are kept as doubles.
 *
 * @paper RFC 4180
 */
final class CsvPoints {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");
  private static final int MOST_COLUMNS = 1 << 20;

  private final Path path;
  private final ByteStore store;
  private final ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
  private long written;
  private int columns;
  private int line;

  private CsvPoints(Path path, ByteStore store) {
    this.path = path;
    this.store = store;
  }

  /** Reads a file. */
  static PointTable read(Path path) throws IOException {
    DataFile.requireFile("CSV file", path);
    // Each number takes two characters at least, and eight bytes as a double.
    long most = Math.multiplyExact(Files.size(path) / 2 + 1, Double.BYTES);
    try (ByteStore store = ByteStore.of(most);
        BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      CsvPoints points = new CsvPoints(path, store);
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        points.line++;
        points.add(text);
      }
      return points.table();
    } catch (CharacterCodingException e) {
      throw new DataException(
          "CSV file " + path + ": expected text in UTF-8, got other bytes; replace the file", e);
    }
  }

  private void add(String text) throws IOException {
    // A byte order mark is no part of the first field.
    String[] fields = text.replace("\uFEFF", "").split(",", MOST_COLUMNS + 1);
    if (line == 1 && isHeader(fields)) {
      return;
    }
    if (columns == 0) {
      requireColumns(fields.length <= MOST_COLUMNS, "at most " + MOST_COLUMNS, fields.length);
      columns = fields.length;
    }
    if (text.isEmpty() && columns > 1) {
      throw fault("a number", "an empty line");
    }
    requireColumns(fields.length == columns, Integer.toString(columns), fields.length);
    for (int column = 0; column < columns; column++) {
      number.putDouble(0, parse(fields[column], column));
      store.write(written, number.array(), Double.BYTES);
      written += Double.BYTES;
    }
  }

  /** A header has no numbers; a first line with some has a fault. */
  private static boolean isHeader(String[] fields) {
    for (String field : fields) {
      if (isNumber(field)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String field) {
    return NUMBER.matcher(unquoted(field)).matches();
  }

  private static String unquoted(String field) {
    boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1) : field;
  }

  private double parse(String field, int column) throws DataException {
    double value = isNumber(field) ? Double.parseDouble(unquoted(field)) : Double.NaN;
    if (!Float.isFinite((float) value)) {
      String shown = field.replaceAll("[^ -~]", "?");
      throw fault(
          "a number such as -1.5e3 in column " + (column + 1),
          "'" + shown.substring(0, Math.min(40, shown.length())) + "'");
    }
    return value;
  }

  private void requireColumns(boolean holds, String expected, int got) throws DataException {
    if (!holds) {
      throw fault(expected + " columns", got);
    }
  }

  private PointTable table() throws IOException {
    if (written == 0) {
      line++;
      throw fault("numbers", "the end of the file");
    }
    return PointTable.of(
        store.values(ElementType.FLOAT64, ByteOrder.BIG_ENDIAN, written), columns, false);
  }

  private DataException fault(String expected, Object got) {
    return new DataException(
        "CSV file "
            + path
            + ", line "
            + line
            + ": expected "
            + expected
            + ", got "
            + got
            + "; replace the file");
  }
}
