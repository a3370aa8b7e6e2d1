package org.gan4j.data.points;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.Expect;

/**
 * How points of a file are scaled for a network: x becomes (x − centre) / scale in each column. The
 * original of a generated point is x · scale + centre.
 *
 * @param centre what is subtracted from each column
 * @param scale what each column is then divided by, above 0
 */
public record PointScale(List<Double> centre, List<Double> scale) {
  /**
   * Checks and copies the numbers.
   *
   * @param centre what is subtracted from each column
   * @param scale what each column is then divided by, above 0
   * @throws IllegalArgumentException if a number is not finite, a scale is not above 0, or there
   *     are not as many of both
   */
  public PointScale {
    centre = List.copyOf(centre);
    scale = List.copyOf(scale);
    Expect.that(
        !centre.isEmpty() && centre.size() == scale.size(),
        "point scale",
        "a centre and a scale for each column",
        String.format(Locale.ROOT, "%d and %d", centre.size(), scale.size()));
    centre.forEach(value -> Expect.finite("point scale", "a finite centre", value));
    scale.forEach(value -> Expect.positive("point scale", "a finite scale", value));
  }

  /**
   * Returns the scale that changes nothing.
   *
   * @param columns how many columns
   * @return centres of 0 and scales of 1
   */
  public static PointScale none(int columns) {
    return new PointScale(Collections.nCopies(columns, 0.0), Collections.nCopies(columns, 1.0));
  }

  float apply(int column, double value) {
    return (float) ((value - centre.get(column)) / scale.get(column));
  }

  int columns() {
    return centre.size();
  }
}
