package org.gan4j.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PointsCsvTest {
  @TempDir Path directory;

  @Test
  void writesPlaneAndLine() throws IOException {
    Path file = directory.resolve("points.csv");
    float[] points = {0.1f, -2, 1.0e-10f, Float.NaN};
    PointsCsv.write(file, points, 2);
    assertThat(file).content().isEqualTo("x,y\n0.1,-2.0\n1.0E-10,NaN\n");

    PointsCsv.write(file, points, 1);
    assertThat(file).content().isEqualTo("x\n0.1\n-2.0\n1.0E-10\nNaN\n");
  }

  @Test
  void refusesHalfAPointAndOtherDimensions() {
    Path file = directory.resolve("points.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PointsCsv.write(file, new float[3], 2))
        .withMessage(
            "PointsCsv %s: expected points of 1 or 2 dimensions, got 3 values and 2 dimensions;"
                    .formatted(file)
                + " pass complete points");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PointsCsv.write(file, new float[3], 3))
        .withMessageContaining("3 values and 3 dimensions");
    assertThat(file).doesNotExist();
  }
}
