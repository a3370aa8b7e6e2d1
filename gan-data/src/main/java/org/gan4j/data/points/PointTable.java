package org.gan4j.data.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.data.Dataset;
import org.gan4j.data.file.StoredValues;

/** Points that are kept as their file stores them and scaled when they are copied. */
public final class PointTable implements Dataset {
  private final StoredValues values;
  private final int rows;
  private final int columns;
  private final boolean byColumns;
  private final PointScale scale;

  private PointTable(
      StoredValues values, int rows, int columns, boolean byColumns, PointScale scale) {
    this.values = values;
    this.rows = rows;
    this.columns = columns;
    this.byColumns = byColumns;
    this.scale = scale;
  }

  /** Keeps values, row after row or column after column. */
  static PointTable of(StoredValues values, int columns, boolean byColumns) {
    int rows = Math.toIntExact(values.size() / columns);
    return new PointTable(values, rows, columns, byColumns, PointScale.none(columns));
  }

  /**
   * Returns the same points under another scale.
   *
   * @param other the scale, of the file's numbers
   * @return the points
   * @throws IllegalArgumentException if it has another number of columns
   */
  public PointTable scaled(PointScale other) {
    Expect.that(
        other.columns() == columns,
        "points",
        "a centre and a scale for each of " + columns + " columns",
        other.columns());
    return new PointTable(values, rows, columns, byColumns, other);
  }

  /**
   * Returns the scale under which each column has mean 0 and the columns together have a standard
   * deviation of 1; the shape of the distribution stays as it is.
   *
   * @return the scale; 1 if all points are equal
   */
  public PointScale standard() {
    List<Double> centre = new ArrayList<>();
    List<Double> scale = new ArrayList<>();
    double squares = 0;
    for (int column = 0; column < columns; column++) {
      double mean = 0;
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        // Welford's update, which does not lose digits where the mean is large.
        double difference = value(row, column) - mean;
        mean += difference / (row + 1);
        sum += difference * (value(row, column) - mean);
      }
      centre.add(mean);
      squares += sum / rows;
    }
    double deviation = Math.sqrt(squares / columns);
    for (int column = 0; column < columns; column++) {
      scale.add(deviation > 0 && Double.isFinite(deviation) ? deviation : 1);
    }
    return new PointScale(centre, scale);
  }

  /** {@return one of the file's numbers} */
  double value(int row, int column) {
    return values.at(byColumns ? (long) column * rows + row : (long) row * columns + column);
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(columns);
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    Objects.checkIndex(index, rows);
    Objects.checkFromIndexSize(offset, columns, destination.length);
    for (int column = 0; column < columns; column++) {
      destination[offset + column] = scale.apply(column, value(index, column));
    }
  }
}
