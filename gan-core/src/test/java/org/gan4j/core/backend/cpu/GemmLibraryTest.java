package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.Scope;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FLOAT32 products by oneDNN beside FLOAT64 by OpenBLAS. */
class GemmLibraryTest {
  private static final int CASES = 60;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(
      int m, int n, int k, boolean transposeA, boolean transposeB, double[] a, double[] b) {
    static Case draw(RandomGenerator random) {
      while (true) {
        int m = 16 + random.nextInt(300);
        int n = 16 + random.nextInt(300);
        int k = 16 + random.nextInt(600);
        if (GemmLibrary.of(DType.FLOAT32, m, n, k) == GemmLibrary.ONEDNN) {
          return new Case(
              m,
              n,
              k,
              random.nextBoolean(),
              random.nextBoolean(),
              values(random, m * k),
              values(random, k * n));
        }
      }
    }

    private static double[] values(RandomGenerator random, int length) {
      return random.doubles(length, -1, 1).map(x -> (float) x).toArray();
    }

    double[] on(DType dtype, int threads) {
      try (Backend backend = Backends.open("cpu", new BackendOptions(threads, dtype))) {
        Scope scope = backend.openScope();
        Tensor left = backend.tensor(transposeA ? Shape.of(k, m) : Shape.of(m, k), dtype, a);
        Tensor right = backend.tensor(transposeB ? Shape.of(n, k) : Shape.of(k, n), dtype, b);
        double[] product = backend.gemm(left, transposeA, right, transposeB).toDoubles();
        scope.close();
        return product;
      }
    }

    @Override
    public String toString() {
      return m + " x " + n + " x " + k + " " + transposeA + " " + transposeB;
    }
  }

  @Test
  void singlePrecisionAgreesWithDoubleOnOneAndTwoThreads() {
    assumeTrue(OneDnn.available(), "oneDNN is for Linux on x86-64");
    RandomGenerator random = Rng.ofSeed(5).stream("products").at(0);
    for (int i = 0; i < CASES; i++) {
      Case drawn = Case.draw(random);
      double[] expected = drawn.on(DType.FLOAT64, 1);
      // Each of k additions rounds a sum that is at most k.
      double bound = (double) drawn.k() * drawn.k() * 0x1p-24;
      for (int threads = 1; threads <= 2; threads++) {
        double[] actual = drawn.on(DType.FLOAT32, threads);
        assertThat(furthest(actual, expected)).as("%s", drawn).isLessThan(bound);
        assertThat(Arrays.equals(drawn.on(DType.FLOAT32, threads), actual))
            .as("%s, twice on %d threads", drawn, threads)
            .isTrue();
      }
    }
  }

  private static double furthest(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0", "NaN, 1", "Infinity, 0"})
  void zeroTimesWhatIsNotFiniteIsNotANumber(double a, double b) {
    int size = 128;
    Case product =
        new Case(size, size, size, false, false, new double[size * size], new double[size * size]);
    product.a()[3 * size + 5] = a;
    Arrays.fill(product.b(), b);
    double[] result = product.on(DType.FLOAT32, 1);
    assertThat(result[3 * size]).isNaN();
    assertThat(result[4 * size]).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT32, 128, 128, 128, ONEDNN",
    "FLOAT32, 64, 64, 64, OPENBLAS",
    "FLOAT32, 4096, 8, 4096, OPENBLAS",
    "FLOAT32, 4096, 4096, 8, OPENBLAS",
    "FLOAT32, 2147483647, 2147483647, 2147483647, ONEDNN",
    "FLOAT64, 1024, 1024, 1024, OPENBLAS"
  })
  void theChoiceDependsOnTheShapeAlone(DType dtype, int m, int n, int k, GemmLibrary library) {
    assumeTrue(OneDnn.available(), "oneDNN is for Linux on x86-64");
    assertThat(GemmLibrary.of(dtype, m, n, k)).isEqualTo(library);
  }
}
