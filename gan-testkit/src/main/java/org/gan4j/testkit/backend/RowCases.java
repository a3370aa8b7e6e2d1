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

/** Operations on rows and columns, sums, and operations that move elements. */
final class RowCases {
  /** Sizes around tiles of 1024 elements and chunks of 16 tiles, as rows and as columns. */
  private static final int[][] SHAPES = {
    {0, 3},
    {3, 0},
    {0, 0},
    {1, 1},
    {1, 17},
    {17, 1},
    {2, 3},
    {15, 16},
    {16, 15},
    {3, 1023},
    {3, 1024},
    {3, 1025},
    {1023, 3},
    {1024, 2},
    {1025, 1},
    {1, 3000},
    {3000, 1},
    {17, 3000},
    {3000, 17}
  };

  private RowCases() {}

  static List<OperationCase> addRow(DType dtype) {
    OperationCase.Operation add = (b, in) -> List.of(b.addRow(in.get(0), in.get(1)));
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      Shape row = Shape.of(s[1]);
      exactAndNear(
          cases, "addRow", dtype, List.of(Shape.of(s), row), add, Tolerances.elementwise(dtype));
    }
    return cases;
  }

  static List<OperationCase> scaleRows(DType dtype) {
    OperationCase.Operation scale = (b, in) -> List.of(b.scaleRows(in.get(0), in.get(1)));
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      List<Shape> shapes = List.of(Shape.of(s), Shape.of(s[0], 1));
      exactAndNear(cases, "scaleRows", dtype, shapes, scale, Tolerances.elementwise(dtype));
    }
    return cases;
  }

  static List<OperationCase> rowDots(DType dtype) {
    OperationCase.Operation dots = (b, in) -> List.of(b.rowDots(in.get(0), in.get(1)));
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      List<Shape> shapes = List.of(Shape.of(s), Shape.of(s));
      exactAndNear(cases, "rowDots", dtype, shapes, dots, Tolerances.reduction(dtype, s[1]));
    }
    return cases;
  }

  /** Sums of all elements, of columns and of rows. */
  static List<OperationCase> sums(DType dtype) {
    OperationCase.Operation all = (b, in) -> List.of(b.sum(in.get(0)));
    OperationCase.Operation columns = (b, in) -> List.of(b.columnSums(in.get(0)));
    OperationCase.Operation rows = (b, in) -> List.of(b.rowSums(in.get(0)));
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      List<Shape> shape = List.of(Shape.of(s));
      Tolerance total = Tolerances.reduction(dtype, (long) s[0] * s[1]);
      exactAndNear(cases, "sum", dtype, shape, all, total);
      Tolerance down = Tolerances.reduction(dtype, s[0]);
      exactAndNear(cases, "columnSums", dtype, shape, columns, down);
      Tolerance across = Tolerances.reduction(dtype, s[1]);
      exactAndNear(cases, "rowSums", dtype, shape, rows, across);
    }
    return cases;
  }

  /** The sign of a zero is unspecified, and removed by adding 0. */
  static List<OperationCase> rowMax(DType dtype) {
    OperationCase.Operation max = (b, in) -> List.of(b.affine(b.rowMax(in.get(0)), 1, 0));
    Tolerance exact = Tolerances.exact(dtype);
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      Shape shape = Shape.of(s);
      exactAndNear(cases, "rowMax", dtype, List.of(shape), max, exact);
      HostArray special = Inputs.mixed(dtype, shape, shape.size());
      cases.add(new OperationCase("rowMax of specials", dtype, List.of(special), max, exact));
    }
    double low = Double.NEGATIVE_INFINITY;
    HostArray lowest = HostArray.of(Shape.of(2, 3), low, low, low, low, -1e30, low);
    cases.add(new OperationCase("rowMax of the lowest", dtype, List.of(lowest), max, exact));
    return cases;
  }

  /** Backward passes with column sums, whose results are δ and a reduction of it. */
  static List<OperationCase> backwardWithSums(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (Activation activation : ElementwiseCases.ACTIVATIONS) {
      for (int[] s : SHAPES) {
        Shape shape = Shape.of(s);
        HostArray x = Inputs.normal(shape, 1);
        cases.add(
            new OperationCase(
                "backward with sums of " + activation,
                dtype,
                List.of(ElementwiseCases.outputs(activation, x, dtype), Inputs.normal(shape, 2)),
                (b, in) -> b.activationBackward(activation, in.get(0), in.get(1), true),
                Tolerances.reduction(dtype, s[0]),
                (b, in) -> b.activationBackward(Activation.IDENTITY, in.get(0), in.get(1), true)));
      }
    }
    return cases;
  }

  /** Repetition of scalars, rows and columns: copies, exact for every number. */
  static List<OperationCase> broadcasts(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      Shape shape = Shape.of(s);
      copy(cases, "broadcastRow", dtype, Shape.of(s[1]), (b, x) -> b.broadcastRow(x, s[0]));
      copy(
          cases, "broadcastColumn", dtype, Shape.of(s[0], 1), (b, x) -> b.broadcastColumn(x, s[1]));
      copy(cases, "broadcastScalar", dtype, Shape.scalar(), (b, x) -> b.broadcastScalar(x, shape));
    }
    return cases;
  }

  /** Slices, concatenations and reshapes, alone and as operands of products at odd offsets. */
  static List<OperationCase> copies(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      Shape shape = Shape.of(s);
      int third = s[0] / 3;
      copy(cases, "no rows", dtype, shape, (b, x) -> b.sliceRows(x, third, third));
      copy(cases, "all rows", dtype, shape, (b, x) -> b.sliceRows(x, 0, s[0]));
      copy(cases, "some rows", dtype, shape, (b, x) -> b.sliceRows(x, third, s[0] - third));
      copy(
          cases,
          "slice of a slice",
          dtype,
          shape,
          (b, x) -> b.sliceRows(b.sliceRows(x, third, s[0]), 0, third));
      copy(
          cases,
          "concatRows",
          dtype,
          shape,
          (b, x) -> b.concatRows(List.of(x, b.sliceRows(x, third, s[0]), x)));
      copy(cases, "reshape", dtype, shape, (b, x) -> b.affine(x.reshape(flat(x)), 1, -0.0));
      OperationCase.Operation gram = (b, in) -> List.of(gram(b, in.get(0), third, s[0]));
      Tolerance tolerance = Tolerances.gemm(dtype, s[0]);
      if (s[1] <= s[0]) {
        exactAndNear(cases, "gram of a slice", dtype, List.of(shape), gram, tolerance);
      }
    }
    copy(cases, "concatRows of one", dtype, Shape.of(4), (b, x) -> b.concatRows(List.of(x)));
    copy(cases, "slice of rank 3", dtype, Shape.of(5, 3, 2), (b, x) -> b.sliceRows(x, 1, 4));
    return cases;
  }

  private static Shape flat(Tensor x) {
    return Shape.of((int) x.shape().size());
  }

  private static Tensor gram(Backend backend, Tensor x, int from, int to) {
    Tensor slice = backend.sliceRows(x, from, to);
    return backend.gemm(slice, true, slice, false);
  }

  /** An operation on one operand without rounding. */
  @FunctionalInterface
  private interface Copy {
    Tensor apply(Backend backend, Tensor x);
  }

  private static void copy(
      List<OperationCase> cases, String name, DType dtype, Shape shape, Copy copy) {
    HostArray special = Inputs.mixed(dtype, shape, shape.size());
    cases.add(
        new OperationCase(
            name,
            dtype,
            List.of(special),
            (b, in) -> List.of(copy.apply(b, in.get(0))),
            Tolerances.exact(dtype)));
  }

  /** Integers, which must be exact, normal numbers, within the tolerance, and NaN. */
  private static void exactAndNear(
      List<OperationCase> cases,
      String name,
      DType dtype,
      List<Shape> shapes,
      OperationCase.Operation operation,
      Tolerance tolerance) {
    List<HostArray> integers = new ArrayList<>();
    List<HostArray> normal = new ArrayList<>();
    List<HostArray> spoiled = new ArrayList<>();
    for (Shape shape : shapes) {
      integers.add(Inputs.integers(shape, 1 + integers.size()));
      HostArray numbers = Inputs.normal(shape, 4 + normal.size());
      normal.add(numbers);
      int last = numbers.size() - 1;
      boolean empty = last < 0;
      spoiled.add(
          empty
              ? numbers
              : numbers.with(last / 2, Double.NEGATIVE_INFINITY).with(last, Double.NaN));
    }
    Tolerance exact = Tolerances.exact(dtype);
    cases.add(new OperationCase(name + " exactly", dtype, integers, operation, exact));
    cases.add(new OperationCase(name, dtype, normal, operation, tolerance, operation));
    cases.add(
        new OperationCase(name + " with NaN", dtype, spoiled, operation, tolerance, operation));
  }
}
