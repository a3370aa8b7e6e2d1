package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnAccumulatorsTest {
  private static final int TILES = 3;

  /** The sums have thirds in them, so that an element counted twice or left out shows. */
  private static double element(int chunk, int tile, int position) {
    return (1 + chunk * 7 + tile * 3 + position % 11) / 3.0;
  }

  @ParameterizedTest
  @CsvSource({"1, 128", "2, 128", "3, 128", "8, 100", "49, 64", "5, 1", "7, 3", "6, 1500"})
  void everyTileIsInItsColumnsSumOnce(int chunks, int columns) {
    ColumnAccumulators singles = new ColumnAccumulators(DType.FLOAT32, chunks, columns);
    ColumnAccumulators doubles = new ColumnAccumulators(DType.FLOAT64, chunks, columns);
    double[] expected = new double[columns];
    int length = columns > Scratch.TILE ? columns : Scratch.TILE / columns * columns;
    for (int chunk = 0; chunk < chunks; chunk++) {
      for (int tile = 0; tile < TILES; tile++) {
        for (int start = 0; start < length; start += Scratch.TILE) {
          int count = Math.min(Scratch.TILE, length - start);
          float[] floats = new float[count];
          double[] wide = new double[count];
          for (int i = 0; i < count; i++) {
            wide[i] = element(chunk, tile, start + i);
            floats[i] = (float) wide[i];
            expected[(start + i) % columns] += wide[i];
          }
          singles.add(chunk, start, floats, count);
          doubles.add(chunk, start, wide, count);
        }
      }
    }
    double[] single = singles.total();
    double[] wide = doubles.total();
    assertThat(single).hasSize(columns);
    for (int c = 0; c < columns; c++) {
      assertThat(single[c]).isEqualTo(expected[c], within(1e-6 * expected[c]));
      assertThat(wide[c]).isEqualTo(expected[c], within(1e-12 * expected[c]));
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32", "FLOAT64"})
  void noChunksSumToZero(DType dtype) {
    assertThat(new ColumnAccumulators(dtype, 0, 5).total()).containsOnly(0).hasSize(5);
  }
}
