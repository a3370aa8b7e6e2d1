package org.gan4j.testkit.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Derivatives;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products with the Jacobian and the Hessian of a network, against differences of its values. */
class VectorProductsTest {
  private static final List<Shape> SHAPES =
      List.of(Shape.of(3, 2), Shape.of(4, 2), Shape.of(4), Shape.of(1, 4));

  private static final String EACH =
      "reference, FLOAT64, 1e-9\ncpu, FLOAT64, 1e-9\nnd4j, FLOAT64, 1e-9\n"
          + "reference, FLOAT32, 1e-5\ncpu, FLOAT32, 1e-5\nnd4j, FLOAT32, 1e-5";

  /** One logit for each of three samples, from input, weights, bias and last weights. */
  private static Var logits(List<Var> xs) {
    Var hidden = xs.get(0).dense(xs.get(1), xs.get(2), Activation.TANH);
    return hidden.matmul(false, xs.get(3), true).softplus();
  }

  private static List<HostArray> arrays(long seed) {
    List<HostArray> arrays = new ArrayList<>();
    SHAPES.forEach(shape -> arrays.add(Inputs.normal(shape, seed + arrays.size())));
    return arrays;
  }

  /** The point, moved by a multiple of the direction. */
  private static List<HostArray> moved(double by) {
    List<HostArray> moved = new ArrayList<>();
    for (int i = 0; i < SHAPES.size(); i++) {
      double[] at = arrays(1).get(i).values();
      for (int j = 0; j < at.length; j++) {
        at[j] += by * arrays(11).get(i).at(j);
      }
      moved.add(HostArray.of(SHAPES.get(i), at));
    }
    return moved;
  }

  private static double[] onTape(
      Backend backend, List<HostArray> at, Function<List<Var>, Var> work) {
    try (Tape tape = Tape.on(backend)) {
      return work.apply(watched(tape, at)).value().toDoubles();
    }
  }

  private static List<Var> watched(Tape tape, List<HostArray> arrays) {
    return arrays.stream()
        .map(array -> tape.watch(array.on(tape.backend(), tape.backend().dtype())))
        .toList();
  }

  private static double[] differences(Function<List<Var>, Var> function, int size) {
    try (Backend oracle = Backends.open("reference", new BackendOptions(1, DType.FLOAT64))) {
      double[] differences = new double[size];
      for (int i = 0; i < size; i++) {
        int element = i;
        differences[i] =
            Difference.atZero(h -> onTape(oracle, moved(h), function)[element], 0.05).value();
      }
      return differences;
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void agreeWithDifferences(String name, DType dtype, double tolerance) {
    double[] alongDirection = differences(VectorProductsTest::logits, 3);
    try (Backend backend = Backends.open(name, new BackendOptions(1, dtype))) {
      assertThat(
              onTape(
                  backend,
                  moved(0),
                  xs -> Derivatives.jvp(logits(xs), xs, watched(xs.get(0).tape(), arrays(11)))))
          .containsExactly(alongDirection, within(tolerance));
      for (int i = 0; i < SHAPES.size(); i++) {
        int variable = i;
        Function<List<Var>, Var> gradient =
            xs -> xs.get(0).tape().gradient(logits(xs).mean(), xs).of(xs.get(variable));
        Function<List<Var>, Var> product =
            xs ->
                Derivatives.hvp(logits(xs).mean(), xs, watched(xs.get(0).tape(), arrays(11)))
                    .of(xs.get(variable));
        assertThat(onTape(backend, moved(0), product))
            .containsExactly(differences(gradient, (int) SHAPES.get(i).size()), within(tolerance));
      }
    }
  }

  /** uᵀ(Jv) by one product is (uᵀJ)v by the other. */
  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void bothJacobianProductsAreOfOneMatrix(String name, DType dtype, double tolerance) {
    try (Backend backend = Backends.open(name, new BackendOptions(1, dtype));
        Tape tape = Tape.on(backend)) {
      List<Var> xs = watched(tape, arrays(1));
      List<Var> vs = watched(tape, arrays(11));
      Var y = logits(xs);
      Var u = tape.constant(Inputs.normal(y.shape(), 21).on(backend, dtype));
      double forwards = Derivatives.jvp(y, xs, vs).multiply(u).sum().item();
      double backwards = 0;
      for (int i = 0; i < xs.size(); i++) {
        Var product = Derivatives.vjp(y, xs, u).of(xs.get(i));
        backwards += product.multiply(vs.get(i)).sum().item();
      }
      assertThat(forwards).isNotZero().isCloseTo(backwards, within(tolerance));
    }
  }
}
