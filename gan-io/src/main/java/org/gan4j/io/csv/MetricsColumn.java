package org.gan4j.io.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads one column of a table that {@link MetricsCsv} wrote. */
public final class MetricsColumn {
  private MetricsColumn() {}

  /**
   * Reads the numbers of a column.
   *
   * @param file the table; it may still grow
   * @param name the name of the column
   * @return the numbers by step; rows with an empty field and an incomplete last row are left out
   * @throws IOException if the file cannot be read, has no such column, or a field is not a number
   */
  public static NavigableMap<Long, Double> read(Path file, String name) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    int column = lines.isEmpty() ? -1 : List.of(lines.get(0).split(",", -1)).indexOf(name);
    if (column < 1) {
      throw new IOException(
          file
              + ": expected a column '"
              + name
              + "', got the header '"
              + (lines.isEmpty() ? "" : lines.get(0))
              + "'; name another");
    }
    NavigableMap<Long, Double> numbers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      put(numbers, file, line, column);
    }
    return numbers;
  }

  private static void put(NavigableMap<Long, Double> numbers, Path file, String line, int column)
      throws IOException {
    String[] fields = line.split(",", -1);
    try {
      if (!fields[column].isEmpty()) {
        numbers.put(Long.valueOf(fields[0]), Double.valueOf(fields[column]));
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(
          file + ": expected numbers, got the row '" + line + "'; remove the damaged rows", e);
    }
  }
}
