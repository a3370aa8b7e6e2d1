package org.gan4j.testkit.loss;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of loss-values.csv, numbers of mpmath rounded from 50 digits; the file names its script.
 *
 * @param x the logit
 * @param softplus log(1 + eˣ)
 * @param sigmoid 1/(1 + e⁻ˣ)
 */
record GoldenValues(double x, double softplus, double sigmoid) {
  static List<GoldenValues> read() throws IOException {
    List<GoldenValues> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                GoldenValues.class.getResourceAsStream("loss-values.csv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.startsWith("x")) {
          String[] cells = line.split(",", -1);
          rows.add(
              new GoldenValues(
                  Double.parseDouble(cells[0]),
                  Double.parseDouble(cells[1]),
                  Double.parseDouble(cells[2])));
        }
      }
    }
    return rows;
  }

  /**
   * The row of −x, since softplus(−x) and sigmoid(−x) lose digits when computed from those of x.
   */
  static GoldenValues at(List<GoldenValues> rows, double x) {
    return rows.stream().filter(row -> row.x() == x).findFirst().orElseThrow();
  }
}
