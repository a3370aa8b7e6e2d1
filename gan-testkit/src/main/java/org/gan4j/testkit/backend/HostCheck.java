package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.Tolerances;

/** Transfers between host and device. */
final class HostCheck {
  private static final int[] SIZES = {0, 1, 17, 1023, 1024, 1025, 3000, 16383, 16384, 16385, 40000};
  private static final double[] NON_FINITE = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /** The squares of these overflow a float, but not the double that is returned. */
  private static final double[] FAR = {1e-30, 1e20, 1e30};

  private final Function<BackendOptions, Backend> opener;
  private final DType dtype;

  HostCheck(Function<BackendOptions, Backend> opener, DType dtype) {
    this.opener = opener;
    this.dtype = dtype;
  }

  private void onTape(int threads, Consumer<Backend> work) {
    try (Backend backend = opener.apply(new BackendOptions(threads, dtype));
        Tape tape = Tape.on(backend)) {
      work.accept(tape.backend());
    }
  }

  void transfer() {
    onTape(
        2,
        backend -> {
          for (int size : SIZES) {
            Shape shape = Shape.of(size);
            HostArray array = Inputs.mixed(dtype, shape, size);
            double[] doubles = array.values();
            Tensor fromDoubles = backend.tensor(shape, dtype, doubles);
            Arrays.fill(doubles, 7);
            Bits.assertSame("doubles", array.rounded(dtype).values(), fromDoubles.toDoubles());
            float[] floats = floats(array);
            Tensor fromFloats = backend.tensor(shape, dtype, floats.clone());
            assertThat(Arrays.equals(fromFloats.toFloats(), floats)).as("floats").isTrue();
            assertThat(Arrays.equals(fromDoubles.toFloats(), floats)).as("rounded").isTrue();
          }
        });
  }

  private static float[] floats(HostArray array) {
    float[] floats = new float[array.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) array.at(i);
    }
    return floats;
  }

  void fullTensors() {
    onTape(
        2,
        backend -> {
          for (double value : Inputs.special(dtype)) {
            double right = dtype.round(value);
            assertThat(backend.full(Shape.scalar(), dtype, value).item())
                .isEqualTo(Double.valueOf(right));
            double[] expected = new double[3 * 1025];
            Arrays.fill(expected, right);
            Tensor many = backend.full(Shape.of(3, 1025), dtype, value);
            Bits.assertSame("full", expected, many.toDoubles());
          }
          assertThat(backend.full(Shape.of(0, 3), dtype, 1).toDoubles()).isEmpty();
          Tensor two = backend.full(Shape.of(2), dtype, 1);
          assertThatThrownBy(two::item)
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("item: expected one element, got shape [2]");
        });
  }

  void bothTypesLiveTogether() {
    onTape(
        1,
        backend -> {
          Tensor single = backend.tensor(Shape.of(2), DType.FLOAT32, 0.1, 1e300);
          Tensor twice = backend.tensor(Shape.of(2), DType.FLOAT64, 0.1, 1e300);
          assertThat(single.toDoubles()).containsExactly(0.1f, Double.POSITIVE_INFINITY);
          assertThat(twice.toDoubles()).containsExactly(0.1, 1e300);
          assertThat(backend.dtype()).isEqualTo(dtype);
          assertThat(backend.threads()).isGreaterThanOrEqualTo(1);
        });
  }

  void squares() {
    onTape(
        2,
        backend -> {
          for (int size : SIZES) {
            HostArray array = Inputs.normal(Shape.of(size), size).rounded(dtype);
            near(backend, array);
            for (double far : FAR) {
              near(backend, scaled(array, far));
            }
          }
        });
  }

  private HostArray scaled(HostArray array, double factor) {
    double[] values = array.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return HostArray.of(array.shape(), values).rounded(dtype);
  }

  private void near(Backend backend, HostArray array) {
    double sum = 0;
    for (double value : array.values()) {
      sum += value * value;
    }
    Tensor tensor = array.on(backend, dtype);
    double actual = backend.sumOfSquares(tensor);
    // Not the tolerance's own bound: the sum is a double, and its float's last place may be ∞ or 0.
    double roundings = Tolerances.reduction(dtype, array.size()).roundings();
    double bound = roundings * dtype.unitRoundoff() * sum;
    assertThat(actual).as("sum of squares of %s", array).isCloseTo(sum, within(bound));
    assertThat(backend.sumOfSquares(tensor)).as("again").isEqualTo(actual);
    Bits.assertSame("the argument", array.values(), tensor.toDoubles());
  }

  void squaresOfNonFiniteNumbers() {
    onTape(
        2,
        backend -> {
          for (int size : SIZES) {
            for (int place : places(size)) {
              for (double intruder : NON_FINITE) {
                HostArray array = Inputs.normal(Shape.of(size), size).with(place, intruder);
                assertThat(backend.sumOfSquares(array.on(backend, dtype)))
                    .as("%s at %d of %d", intruder, place, size)
                    .isNotFinite();
              }
            }
          }
        });
  }

  void squaresOfMany() {
    onTape(
        2,
        backend -> {
          assertThat(backend.sumsOfSquares(List.of()).shape()).isEqualTo(Shape.of(0));
          List<Tensor> many = many(backend);
          Tensor sums = backend.sumsOfSquares(many);
          assertThat(sums.dtype()).isEqualTo(DType.FLOAT64);
          assertThat(sums.shape()).isEqualTo(Shape.of(many.size()));
          double[] alone = many.stream().mapToDouble(backend::sumOfSquares).toArray();
          Bits.assertSame("each alone", alone, sums.toDoubles());
          for (int i = 0; i < alone.length; i++) {
            boolean finite = Arrays.stream(many.get(i).toDoubles()).allMatch(Double::isFinite);
            assertThat(Double.isFinite(alone[i])).as("tensor %d", i).isEqualTo(finite);
          }
        });
  }

  void readsOfMany() {
    onTape(
        2,
        backend -> {
          assertThat(backend.toDoubles(List.of())).isEmpty();
          List<Tensor> many = many(backend);
          List<double[]> read = backend.toDoubles(many);
          assertThat(read).hasSameSizeAs(many);
          for (int i = 0; i < many.size(); i++) {
            double[] alone = many.get(i).toDoubles();
            Bits.assertSame("tensor " + i, alone, read.get(i));
            Arrays.fill(read.get(i), 7);
            Bits.assertSame("tensor " + i + " afterwards", alone, many.get(i).toDoubles());
          }
        });
  }

  /** Of both types and several ranks: normal, empty, denormal, far, not finite, and a state. */
  private List<Tensor> many(Backend backend) {
    List<Tensor> many = new ArrayList<>();
    for (DType type : DType.values()) {
      for (int size : SIZES) {
        many.add(Inputs.normal(Shape.of(size), size).on(backend, type));
      }
      for (double intruder : NON_FINITE) {
        many.add(Inputs.normal(Shape.of(17, 3), 1).with(20, intruder).on(backend, type));
      }
      many.add(HostArray.of(Shape.of(2, 1, 2), 1e-40, 0, -1e-310, 0).on(backend, type));
      many.add(scaled(Inputs.normal(Shape.of(5, 4), 2), FAR[0]).on(backend, type));
      many.add(HostArray.of(Shape.scalar(), -3).on(backend, type));
      many.add(HostArray.of(Shape.of(0, 3)).on(backend, type));
      many.add(backend.sliceRows(many.get(many.size() - 3), 1, 3));
      many.add(backend.state(Shape.of(2), type, 0.1, 0.2).read());
    }
    return many;
  }

  private static List<Integer> places(int size) {
    List<Integer> places = new ArrayList<>();
    for (int place : new int[] {0, size / 2, size - 1}) {
      if (place >= 0 && place < size) {
        places.add(place);
      }
    }
    return places;
  }
}
