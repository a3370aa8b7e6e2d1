package org.gan4j.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.Tolerance;
import org.gan4j.testkit.Tolerances;

/** Matrix products of every form: empty, thin, and large enough to be split over threads. */
final class ProductCases {
  /** Extents m, n, k. */
  private static final int[][] EXTENTS = {
    {0, 3, 2},
    {3, 0, 2},
    {3, 2, 0},
    {0, 0, 0},
    {1, 1, 1},
    {2, 3, 1},
    {1, 17, 16},
    {17, 1, 16},
    {16, 15, 1},
    {15, 16, 17},
    {1, 1, 3000},
    {3000, 1, 2},
    {1, 3000, 2},
    {1023, 3, 17},
    {3, 1025, 16},
    {17, 3, 3000},
    {1025, 1, 257},
    {1, 1025, 257},
    {63, 65, 64},
    {64, 64, 64},
    {65, 63, 65},
    {129, 65, 33},
    {130, 2, 1023}
  };

  private static final int[][] LARGE = {{1024, 17, 33}, {31, 1025, 17}};
  private static final boolean[] FLAGS = {false, true};

  private ProductCases() {}

  static List<OperationCase> gemm(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (int[] extents : EXTENTS) {
      all(cases, dtype, extents, false);
    }
    for (int[] extents : LARGE) {
      all(cases, dtype, extents, false);
    }
    return cases;
  }

  /** Products of integers, for which every order of summation must give the same numbers. */
  static List<OperationCase> exactGemm(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (int[] extents : EXTENTS) {
      all(cases, dtype, extents, true);
    }
    return cases;
  }

  private static void all(List<OperationCase> cases, DType dtype, int[] extents, boolean exact) {
    for (boolean transposeA : FLAGS) {
      for (boolean transposeB : FLAGS) {
        cases.add(product(dtype, extents, transposeA, transposeB, exact));
      }
    }
  }

  private static OperationCase product(
      DType dtype, int[] extents, boolean ta, boolean tb, boolean exact) {
    int m = extents[0];
    int n = extents[1];
    int k = extents[2];
    List<HostArray> inputs = new ArrayList<>();
    inputs.add(numbers(ta ? Shape.of(k, m) : Shape.of(m, k), 1, exact));
    inputs.add(numbers(tb ? Shape.of(n, k) : Shape.of(k, n), 2, exact));
    Tolerance tolerance = exact ? Tolerances.exact(dtype) : Tolerances.gemm(dtype, k);
    OperationCase.Operation operation =
        (backend, in) -> List.of(backend.gemm(in.get(0), ta, in.get(1), tb));
    String name = "gemm " + (ta ? "T" : "N") + (tb ? "T" : "N");
    return new OperationCase(name, dtype, inputs, operation, tolerance, exact ? null : operation);
  }

  private static HostArray numbers(Shape shape, long seed, boolean exact) {
    return exact ? Inputs.integers(shape, seed) : Inputs.normal(shape, seed);
  }

  /** One NaN or infinity among normal numbers must reach exactly the elements that it affects. */
  static List<OperationCase> nonFinite(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    int[][] shapes = {{5, 7, 9}, {5, 1, 9}, {1, 7, 9}, {1, 1, 40}, {70, 66, 65}};
    double[] intruders = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int[] extents : shapes) {
      for (double intruder : intruders) {
        for (boolean ta : FLAGS) {
          for (boolean tb : FLAGS) {
            OperationCase clean = product(dtype, extents, ta, tb, false);
            for (int spoiled = 0; spoiled < clean.inputs().size(); spoiled++) {
              cases.add(spoil(clean, spoiled, intruder));
            }
          }
        }
      }
    }
    return cases;
  }

  /** The other factor has a zero, since 0 · ∞ is NaN and must not be skipped. */
  private static OperationCase spoil(OperationCase clean, int spoiled, double intruder) {
    List<HostArray> inputs = new ArrayList<>(clean.inputs());
    HostArray input = inputs.get(spoiled);
    inputs.set(spoiled, input.with(input.size() / 2, intruder));
    HostArray other = inputs.get(spoiled == 0 ? 1 : 0);
    double[] sparse = other.values();
    for (int i = 0; i < sparse.length; i += 2) {
      sparse[i] = 0;
    }
    inputs.set(spoiled == 0 ? 1 : 0, HostArray.of(other.shape(), sparse));
    return new OperationCase(
        clean.name() + " with " + intruder + " in operand " + spoiled,
        clean.dtype(),
        inputs,
        clean.operation(),
        clean.tolerance(),
        clean.magnitude());
  }

  static List<OperationCase> dense(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    int[][] batches = {
      {0, 3, 2},
      {3, 2, 0},
      {1, 1, 1},
      {17, 16, 15},
      {3, 1025, 16},
      {16, 1024, 3},
      {1025, 3, 17},
      {65, 257, 33},
      {1023, 1, 16}
    };
    for (int[] extents : batches) {
      for (Activation activation : ElementwiseCases.ACTIVATIONS) {
        cases.add(dense(dtype, extents, activation, true));
        cases.add(dense(dtype, extents, activation, false));
      }
    }
    return cases;
  }

  private static OperationCase dense(
      DType dtype, int[] extents, Activation activation, boolean bias) {
    int n = extents[0];
    int out = extents[1];
    int in = extents[2];
    List<HostArray> inputs = new ArrayList<>();
    inputs.add(Inputs.normal(Shape.of(n, in), 1));
    inputs.add(Inputs.normal(Shape.of(out, in), 2));
    if (bias) {
      inputs.add(Inputs.normal(Shape.of(out), 3));
    }
    return new OperationCase(
        "dense " + activation + (bias ? "" : " without bias"),
        dtype,
        inputs,
        (backend, x) -> List.of(dense(backend, x, activation)),
        Tolerances.dense(dtype, in + 1L),
        (backend, x) -> List.of(dense(backend, x, Activation.IDENTITY)));
  }

  private static Tensor dense(Backend backend, List<Tensor> in, Activation activation) {
    return backend.dense(in.get(0), in.get(1), in.size() > 2 ? in.get(2) : null, activation);
  }
}
