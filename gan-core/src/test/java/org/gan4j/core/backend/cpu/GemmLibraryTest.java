package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.gan4j.core.backend.cpu.Blas.Operand;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** FLOAT32 products by oneDNN beside FLOAT64 by OpenBLAS. */
class GemmLibraryTest {
  private static final int CASES = 60;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(
      int m, int n, int k, boolean transposeA, boolean transposeB, double[] a, double[] b) {
    static Case draw(RandomGenerator random) {
      while (true) {
        int m = extent(random, 300);
        int n = extent(random, 300);
        int k = extent(random, 600);
        if ((double) m * n * k >= 1 << 15) {
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

    /** One in eight is thin. */
    private static int extent(RandomGenerator random, int bound) {
      return 1 + random.nextInt(random.nextInt(8) == 0 ? 20 : bound);
    }

    private static double[] values(RandomGenerator random, int length) {
      return random.doubles(length, -1, 1).map(x -> (float) x).toArray();
    }

    /** Small enough that every sum is exact. */
    static Case ofWholeNumbers(int m, int n, int k, boolean transposeA, boolean transposeB) {
      RandomGenerator random = Rng.ofSeed(6).stream("whole").at(0);
      double[] a = random.ints((long) m * k, -9, 10).asDoubleStream().toArray();
      double[] b = random.ints((long) k * n, -9, 10).asDoubleStream().toArray();
      return new Case(m, n, k, transposeA, transposeB, a, b);
    }

    double[] byLoops() {
      double[] product = new double[m * n];
      for (int row = 0; row < m; row++) {
        for (int column = 0; column < n; column++) {
          for (int inner = 0; inner < k; inner++) {
            double left = a[transposeA ? inner * m + row : row * k + inner];
            double right = b[transposeB ? column * k + inner : inner * n + column];
            product[row * n + column] += left * right;
          }
        }
      }
      return product;
    }

    double[] on(DType dtype, int threads) {
      try (Backend backend = Backends.open("cpu", new BackendOptions(threads, dtype))) {
        Scope before = backend.openScope();
        backend.full(Shape.of(m * k + k * n + m * n + 64), dtype, Double.NaN);
        before.close(); // what follows gets the same memory
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
  @CsvSource({"NaN, 0, 128", "NaN, 1, 128", "Infinity, 0, 128", "NaN, 0, 1", "Infinity, 0, 2"})
  void zeroTimesWhatIsNotFiniteIsNotANumber(double a, double b, int columns) {
    int size = 128;
    Case product =
        new Case(
            size, columns, size, false, false, new double[size * size], new double[size * columns]);
    product.a()[3 * size + 5] = a;
    Arrays.fill(product.b(), b);
    double[] result = product.on(DType.FLOAT32, 1);
    assertThat(result[3 * columns]).isNaN();
    assertThat(result[4 * columns]).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "true, 128, 128, 128, ONEDNN",
    "true, 64, 64, 64, OPENBLAS",
    "true, 4096, 8, 4096, OPENBLAS",
    "true, 4096, 4096, 8, OPENBLAS",
    "true, 2147483647, 2147483647, 2147483647, ONEDNN",
    "false, 16, 16, 16, OPENBLAS",
    "false, 64, 64, 64, ONEDNN",
    "false, 512, 1, 128, OPENBLAS",
    "false, 4096, 4, 4096, OPENBLAS",
    "false, 4096, 5, 4096, ONEDNN",
    "false, 64, 256, 1, ONEDNN",
    "false, 16, 32, 1, OPENBLAS",
    "false, 1, 512, 128, OPENBLAS",
    "false, 4096, 8, 4096, ONEDNN",
    "false, 256, 512, 512, OPENBLAS",
    "false, 512, 1024, 1024, ONEDNN",
    "false, 2147483647, 2147483647, 2147483647, ONEDNN"
  })
  void theChoiceDependsOnInstructionsAndShape(
      boolean avx512, int m, int n, int k, GemmLibrary library) {
    assertThat(GemmLibrary.single(avx512, m, n, k, operand(k), operand(n))).isEqualTo(library);
  }

  private static Operand operand(int leading) {
    return new Operand(0, Math.abs(leading), leading < 0);
  }

  @ParameterizedTest
  @EnumSource
  void fewColumnsAreExactInMemoryThatHeldNoNumbers(DType dtype) {
    for (int n = 1; n <= Blas.FEW_COLUMNS + 1; n++) {
      for (int m : new int[] {1, 2, 7, 200}) {
        for (boolean transposeA : new boolean[] {false, true}) {
          for (boolean transposeB : new boolean[] {false, true}) {
            Case drawn = Case.ofWholeNumbers(m, n, 33, transposeA, transposeB);
            assertThat(drawn.on(dtype, 1)).as("%s", drawn).isEqualTo(drawn.byLoops());
          }
        }
      }
    }
  }

  /** The leading dimension of a transposed operand is negative here. */
  @ParameterizedTest
  @CsvSource({
    "false, 256, 512, 512, 512, 512, OPENBLAS",
    "true, 256, 512, 512, 512, 512, ONEDNN",
    "false, 256, 512, 512, 512, -512, ONEDNN",
    "false, 256, 784, 256, -512, 784, OPENBLAS",
    "false, 256, 784, 256, -480, 784, ONEDNN",
    "false, 256, 256, 256, -512, 784, ONEDNN",
    "false, 256, 1024, 1024, 1024, -1024, OPENBLAS",
    "false, 128, 1024, 1024, 1024, -1024, ONEDNN",
    "false, 1024, 1024, 1024, 1024, -1024, ONEDNN"
  })
  void rowsOfTwoKibibytesAreSlowInOneDnnWhereItReadsAcrossThemUnpacked(
      boolean avx512, int m, int n, int k, int leadingA, int leadingB, GemmLibrary library) {
    assertThat(GemmLibrary.single(avx512, m, n, k, operand(leadingA), operand(leadingB)))
        .isEqualTo(library);
  }

  @Test
  void oneDnnKnowsTheProcessorsInstructions() throws IOException {
    assumeTrue(OneDnn.available(), "oneDNN is for Linux on x86-64");
    String flags = Files.readString(Path.of("/proc/cpuinfo"));
    assertThat(OneDnn.avx512()).isEqualTo(flags.contains(" avx512bw"));
  }

  @Test
  void doublesAreMultipliedByOpenBlas() {
    assertThat(GemmLibrary.of(DType.FLOAT64, 512, 512, 512, operand(512), operand(-512)))
        .isEqualTo(GemmLibrary.OPENBLAS);
  }
}
