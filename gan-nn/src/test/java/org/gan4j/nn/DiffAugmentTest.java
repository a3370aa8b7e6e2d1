package org.gan4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;

/** Transformations worked out by hand, and the distribution of the draws. */
class DiffAugmentTest {
  private static final Shape SQUARE = Shape.of(1, 3, 3, 1);
  private static final double[] TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final DiffAugment COLOUR = new DiffAugment(true, false, false);
  private static final DiffAugment TRANSLATION = new DiffAugment(false, true, false);
  private static final DiffAugment CUTOUT = new DiffAugment(false, false, true);

  private static double[] apply(UnaryOperator<Var> function, Shape maps, double... x) {
    try (Backend backend = open("reference", 1, DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Var input = tape.constant(backend.tensor(maps, DType.FLOAT64, x));
      return function.apply(input).value().toDoubles();
    }
  }

  private static double[] train(LayerSpec spec, Shape maps, double... x) {
    return apply(input -> forward(spec, input), maps, x);
  }

  private static Var forward(LayerSpec spec, Var x) {
    Rng rng = Rng.ofSeed(5).child("d");
    Shape maps = x.shape();
    Shape sample = Shape.of(maps.dim(1), maps.dim(2), maps.dim(3));
    Layer layer = spec.build(sample, rng, x.tape().backend());
    return layer.forward(x, Pass.train(x.tape(), rng, "both", 7));
  }

  private static Backend open(String name, int threads, DType dtype) {
    return Backends.open(name, new BackendOptions(threads, dtype));
  }

  @Test
  void brightnessAddsToEverything() {
    assertThat(apply(x -> Augmentations.brightness(x, new double[] {0.25}), SQUARE, TO_NINE))
        .containsExactly(1.25, 2.25, 3.25, 4.25, 5.25, 6.25, 7.25, 8.25, 9.25);
  }

  /** The mean of the sample is 5. */
  @Test
  void contrastMovesTowardsTheMeanOfTheSample() {
    assertThat(apply(x -> Augmentations.contrast(x, new double[] {0.5}), SQUARE, TO_NINE))
        .containsExactly(3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7);
  }

  /** The means of the pixels are 2, 5 and 0 in the first sample and 4, 1 and −1 in the second. */
  @Test
  void saturationMovesTowardsTheMeanOfThePixel() {
    double[] y =
        apply(
            x -> Augmentations.saturation(x, new double[] {0.5, 2}),
            Shape.of(2, 1, 3, 2),
            new double[] {1, 3, 7, 3, -4, 4, 3, 5, 1, 1, -4, 2});
    assertThat(y).containsExactly(1.5, 2.5, 6, 4, -2, 2, 2, 6, 1, 1, -7, 5);
    assertThat(apply(x -> Augmentations.saturation(x, new double[] {0.5}), SQUARE, TO_NINE))
        .containsExactly(TO_NINE);
  }

  @Test
  void translationMovesZerosIn() {
    assertThat(apply(x -> x.translate(List.of(new Shift(1, -1))), SQUARE, TO_NINE))
        .containsExactly(0, 0, 0, 2, 3, 0, 5, 6, 0);
  }

  /** A square of round(3/2) = 2, inside and clipped at a corner. */
  @Test
  void cutoutIsClippedAtTheBorder() {
    assertThat(cutout(1, 2)).containsExactly(1, 0, 0, 4, 0, 0, 7, 8, 9);
    assertThat(cutout(0, 3)).containsExactly(1, 2, 0, 4, 5, 6, 7, 8, 9);
  }

  private static double[] cutout(int row, int column) {
    return apply(
        x -> Augmentations.cutout(x, new int[] {row}, new int[] {column}), SQUARE, TO_NINE);
  }

  @Test
  void saturationAndContrastPreserveMeans() {
    Shape maps = Shape.of(1, 2, 2, 3);
    double[] x = {3, -1, 4, 1, -5, 9, 2, 6, -5, 3, 5, 8};
    double[] saturated = apply(v -> Augmentations.saturation(v, new double[] {1.7}), maps, x);
    for (int pixel = 0; pixel < 4; pixel++) {
      assertThat(mean(saturated, 3 * pixel, 3 * pixel + 3))
          .isCloseTo(mean(x, 3 * pixel, 3 * pixel + 3), within(1e-14));
    }
    double[] contrasted = apply(v -> Augmentations.contrast(v, new double[] {1.3}), maps, x);
    assertThat(mean(contrasted, 0, 12)).isCloseTo(mean(x, 0, 12), within(1e-14));
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }

  /**
   * Two pixels (2, 0) and (0, −2), whose means are ±1, become b + k(1 ± s) and b + k(−1 ± s). Five
   * standard errors of 10 000 draws: 0.05 times their standard deviation.
   */
  @Test
  void coloursAreUniformAndIndependent() {
    int n = 10_000;
    double[] x = repeat(n, 2, 0, 0, -2);
    double[] y = train(COLOUR, Shape.of(n, 1, 2, 2), x);
    double[] b = column(n, i -> (y[4 * i] + y[4 * i + 1] + y[4 * i + 2] + y[4 * i + 3]) / 4);
    double[] k = column(n, i -> (y[4 * i] + y[4 * i + 1] - y[4 * i + 2] - y[4 * i + 3]) / 4);
    double[] s = column(n, i -> (y[4 * i] - y[4 * i + 1]) / (2 * k[i]));
    uniform(b, -0.5, 0.5);
    uniform(s, 0, 2);
    uniform(k, 0.5, 1.5);
    uncorrelated(b, s);
    uncorrelated(b, k);
    uncorrelated(s, k);
    for (double[] draws : List.of(b, s, k)) {
      uncorrelated(Arrays.copyOfRange(draws, 0, n / 2), Arrays.copyOfRange(draws, n / 2, n));
      uncorrelated(Arrays.copyOfRange(draws, 0, n - 1), Arrays.copyOfRange(draws, 1, n));
    }
  }

  private static double[] repeat(int n, double... sample) {
    return column(n * sample.length, i -> sample[i % sample.length]);
  }

  private static double[] column(int n, IntFunction<Double> element) {
    return IntStream.range(0, n).mapToObj(element).mapToDouble(v -> v).toArray();
  }

  private static void uniform(double[] draws, double low, double high) {
    double width = high - low;
    assertThat(Arrays.stream(draws).min().orElseThrow())
        .isBetween(low - 1e-12, low + 0.002 * width);
    assertThat(Arrays.stream(draws).max().orElseThrow())
        .isBetween(high - 0.002 * width, high + 1e-12);
    double deviation = width / Math.sqrt(12);
    assertThat(mean(draws, 0, draws.length)).isCloseTo((low + high) / 2, within(0.05 * deviation));
  }

  private static void uncorrelated(double[] a, double[] b) {
    double meanA = mean(a, 0, a.length);
    double meanB = mean(b, 0, b.length);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    assertThat(ab / Math.sqrt(aa * bb)).isCloseTo(0, within(5 / Math.sqrt(a.length)));
  }

  /** round(6/8) = 1 row and round(12/8) = 2 columns: the half is rounded up. */
  @Test
  void shiftsAreUniformUpToAnEighth() {
    int n = 15_000;
    double[] dot = new double[72];
    dot[3 * 12 + 6] = 1;
    double[] y = train(TRANSLATION, Shape.of(n, 6, 12, 1), repeat(n, dot));
    Map<Integer, Long> places = counts(n, i -> ones(y, i, 72).get(0));
    assertThat(places.keySet())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(2, 4)
                .flatMap(row -> IntStream.rangeClosed(4, 8).map(column -> 12 * row + column))
                .boxed()
                .toList());
    evenly(places, n);
  }

  /** Rows: 2 of 4, from 1 above the border to 1 inside. Columns: 3 of 5, from 1 left of it. */
  @Test
  void placesOfCutoutsAreUniform() {
    int n = 25_000;
    double[] y = train(CUTOUT, Shape.of(n, 4, 5, 1), repeat(n, new double[20]));
    assertThat(y).containsOnly(0);
    double[] ones = new double[20];
    Arrays.fill(ones, 1);
    double[] z = train(CUTOUT, Shape.of(n, 4, 5, 1), repeat(n, ones));
    Map<String, Long> kept = counts(n, i -> ones(z, i, 20).toString());
    Set<String> expected = new TreeSet<>();
    for (int top = -1; top <= 3; top++) {
      for (int left = -1; left <= 3; left++) {
        expected.add(outside(top, top + 2, left, left + 3).toString());
      }
    }
    assertThat(kept.keySet()).isEqualTo(expected).hasSize(25);
    evenly(kept, n);
  }

  private static List<Integer> outside(int top, int bottom, int left, int right) {
    return IntStream.range(0, 20)
        .filter(i -> i / 5 < top || i / 5 >= bottom || i % 5 < left || i % 5 >= right)
        .boxed()
        .toList();
  }

  private static List<Integer> ones(double[] y, int sample, int size) {
    return IntStream.range(0, size).filter(i -> y[sample * size + i] == 1).boxed().toList();
  }

  private static <K> Map<K, Long> counts(int n, IntFunction<K> key) {
    return IntStream.range(0, n)
        .mapToObj(key)
        .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting()));
  }

  /** Within five standard deviations of a Poisson count. */
  private static void evenly(Map<?, Long> counts, int n) {
    double expected = n / (double) counts.size();
    assertThat(counts.values())
        .allSatisfy(
            c -> assertThat((double) c).isCloseTo(expected, within(5 * Math.sqrt(expected))));
  }

  /** What colour and cutout do together is the product of what each does alone. */
  @Test
  void aSwitchChangesNoOtherDraw() {
    Shape maps = Shape.of(3, 4, 5, 2);
    double[] x = column(120, i -> Math.sin(i));
    double[] coloured = train(COLOUR, maps, x);
    double[] mask = train(CUTOUT, maps, repeat(120, 1));
    double[] both = train(new DiffAugment(true, false, true), maps, x);
    assertThat(both).containsExactly(column(120, i -> coloured[i] * mask[i]));
    assertThat(train(new DiffAugment(false, false, false), maps, x)).containsExactly(x);
  }

  @Test
  void evaluationIsTheIdentity() {
    UnaryOperator<Var> evaluated =
        x ->
            new DiffAugment()
                .build(Shape.of(3, 3, 1), Rng.ofSeed(1), x.tape().backend())
                .forward(x, Pass.eval(x.tape()));
    assertThat(apply(evaluated, SQUARE, TO_NINE)).containsExactly(TO_NINE);
  }

  /** The output and the gradient of its sum of squares. */
  @Test
  void bitsDoNotDependOnThreads() {
    assertThat(outputAndGradient("cpu", 2, new DiffAugment()))
        .isEqualTo(outputAndGradient("cpu", 1, new DiffAugment()));
  }

  @Test
  void placesDoNotDependOnTheBackend() {
    DiffAugment places = new DiffAugment(false, true, true);
    assertThat(outputAndGradient("cpu", 2, places))
        .isEqualTo(outputAndGradient("reference", 1, places));
  }

  private static float[] outputAndGradient(String name, int threads, LayerSpec spec) {
    Shape maps = Shape.of(48, 28, 28, 3);
    try (Backend backend = open(name, threads, DType.FLOAT32);
        Tape tape = Tape.on(backend)) {
      double[] values = column(maps.length(), i -> Math.sin(i));
      Var x = tape.watch(backend.tensor(maps, DType.FLOAT32, values));
      Var y = forward(spec, x);
      Var gradient = tape.gradient(y.square().sum(), List.of(x)).of(x);
      return Var.concatRows(y, gradient).value().toFloats();
    }
  }

  @Test
  void vectorsAreRefused() {
    assertThatThrownBy(() -> new DiffAugment().outputShape(Shape.of(784)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("diff augment: expected maps [height, width, channels] as input, got [784]");
  }
}
