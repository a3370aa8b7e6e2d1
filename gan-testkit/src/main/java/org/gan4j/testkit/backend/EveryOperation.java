package org.gan4j.testkit.backend;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.backend.Window;
import org.gan4j.testkit.Inputs;

/** One small call of each operation that takes a tensor, by the operation's name. */
final class EveryOperation {
  /** Operations that return no tensor and therefore need no open tape. */
  static final Set<String> WITHOUT_RESULT = Set.of("sumOfSquares", "toDoubles", "assign", "adam");

  private static final AdamStep STEP = new AdamStep(1e-3, 0.5, 0.9, 1e-8, 1);

  private static final Shape MATRIX = Shape.of(3, 4);
  private static final Shape MAPS = Shape.of(3, 4, 5, 2);
  private static final List<Shift> SHIFTS =
      List.of(new Shift(1, -2), new Shift(0, 0), new Shift(-4, 5));
  private static final Window WINDOW = Window.square(3, 2, 1);

  private EveryOperation() {}

  /**
   * One operation.
   *
   * @param name the method's name
   * @param operands the operands' shapes
   * @param operation the call
   */
  record Call(String name, List<Shape> operands, OperationCase.Operation operation) {
    /** {@return operands as tensors of the backend} */
    List<Tensor> tensors(Backend backend, DType dtype) {
      return IntStream.range(0, operands.size())
          .mapToObj(i -> Inputs.normal(operands.get(i), i).on(backend, dtype))
          .toList();
    }

    /** {@return operands read from states, which live outside tapes} */
    List<Tensor> states(Backend backend, DType dtype) {
      return operands.stream().map(shape -> zeros(backend, shape, dtype).read()).toList();
    }
  }

  private static State zeros(Backend backend, Shape shape, DType dtype) {
    return backend.state(shape, dtype, new double[(int) shape.size()]);
  }

  static List<Call> calls() {
    Activation tanh = Activation.TANH;
    Shape square = Shape.of(4, 4);
    Shape row = Shape.of(4);
    Shape column = Shape.of(3, 1);
    Shape kernel = Shape.of(4, WINDOW.area() * MAPS.dim(3));
    Shape results = Shape.of(3, 2, 3, 4);
    return List.of(
        call("gemm", (b, x) -> b.gemm(x.get(0), false, x.get(1), false), MATRIX, square),
        call("gemm", (b, x) -> b.gemm(x.get(0), true, x.get(1), false), MATRIX, column),
        call("dense", (b, x) -> b.dense(x.get(0), x.get(1), x.get(2), tanh), MATRIX, square, row),
        call(
            "conv2d",
            (b, x) -> b.conv2d(x.get(0), x.get(1), x.get(2), WINDOW, tanh),
            MAPS,
            kernel,
            row),
        call(
            "convTranspose2d",
            (b, x) -> b.convTranspose2d(x.get(0), x.get(1), x.get(2), WINDOW, 4, 5, tanh),
            results,
            kernel,
            Shape.of(2)),
        call("conv2dWeights", (b, x) -> b.conv2dWeights(x.get(0), x.get(1), WINDOW), MAPS, results),
        call("upsample", (b, x) -> b.upsample(x.get(0), 2, 3), MAPS),
        call("averagePool", (b, x) -> b.averagePool(x.get(0), 2, 5), MAPS),
        call("translate", (b, x) -> b.translate(x.get(0), SHIFTS), MAPS),
        call("sliceColumns", (b, x) -> b.sliceColumns(x.get(0), 1, 2), MATRIX),
        call("concatColumns", (b, x) -> b.concatColumns(x), MATRIX, column),
        call("activation", (b, x) -> b.activation(tanh, x.get(0)), MATRIX),
        new Call(
            "activationBackward",
            List.of(MATRIX, MATRIX),
            (b, x) -> b.activationBackward(tanh, x.get(0), x.get(1), true)),
        new Call(
            "activationBackward",
            List.of(MATRIX, MATRIX),
            (b, x) -> b.activationBackward(tanh, x.get(0), x.get(1), false)),
        new Call("columnMoments", List.of(MATRIX), (b, x) -> b.columnMoments(x.get(0))),
        call(
            "batchNorm",
            (b, x) -> b.batchNorm(x.get(0), x.subList(1, 3), 9, x.get(3), x.get(4)),
            MATRIX,
            row,
            row,
            row,
            row),
        new Call(
            "batchNormBackward",
            List.of(MATRIX, row, row, row, MATRIX),
            (b, x) -> b.batchNormBackward(x.get(0), x.subList(1, 3), 9, x.get(3), x.get(4))),
        call("unary", (b, x) -> b.unary(UnaryOp.EXP, x.get(0)), MATRIX),
        call("binary", (b, x) -> b.binary(BinaryOp.ADD, x.get(0), x.get(1)), MATRIX, MATRIX),
        call("affine", (b, x) -> b.affine(x.get(0), 2, 1), MATRIX),
        call("addRow", (b, x) -> b.addRow(x.get(0), x.get(1)), MATRIX, row),
        call("scaleRows", (b, x) -> b.scaleRows(x.get(0), x.get(1)), MATRIX, column),
        call("rowDots", (b, x) -> b.rowDots(x.get(0), x.get(1)), MATRIX, MATRIX),
        call("sum", (b, x) -> b.sum(x.get(0)), MATRIX),
        call("columnSums", (b, x) -> b.columnSums(x.get(0)), MATRIX),
        call("rowSums", (b, x) -> b.rowSums(x.get(0)), MATRIX),
        call("rowMax", (b, x) -> b.rowMax(x.get(0)), MATRIX),
        call("broadcastScalar", (b, x) -> b.broadcastScalar(x.get(0), MATRIX), Shape.scalar()),
        call("broadcastRow", (b, x) -> b.broadcastRow(x.get(0), 3), row),
        call("broadcastColumn", (b, x) -> b.broadcastColumn(x.get(0), 4), column),
        call("sliceRows", (b, x) -> b.sliceRows(x.get(0), 1, 2), MATRIX),
        call("concatRows", (b, x) -> b.concatRows(x), MATRIX, MATRIX),
        call("sumsOfSquares", (b, x) -> b.sumsOfSquares(x), MATRIX, row),
        new Call("toDoubles", List.of(MATRIX, row), EveryOperation::toDoubles),
        new Call("sumOfSquares", List.of(MATRIX), EveryOperation::sumOfSquares),
        new Call("assign", List.of(MATRIX), EveryOperation::assign),
        new Call("adam", List.of(MATRIX), EveryOperation::adam));
  }

  /** A call with one result. */
  @FunctionalInterface
  private interface Single {
    Tensor apply(Backend backend, List<Tensor> operands);
  }

  private static Call call(String name, Single single, Shape... operands) {
    return new Call(name, List.of(operands), (b, x) -> List.of(single.apply(b, x)));
  }

  private static List<Tensor> toDoubles(Backend backend, List<Tensor> x) {
    return backend.toDoubles(x).isEmpty() ? x : List.of();
  }

  private static List<Tensor> sumOfSquares(Backend backend, List<Tensor> x) {
    return backend.sumOfSquares(x.get(0)) >= 0 ? List.of() : x;
  }

  private static List<Tensor> assign(Backend backend, List<Tensor> x) {
    backend.assign(zeros(backend, x.get(0).shape(), x.get(0).dtype()), x.get(0));
    return List.of();
  }

  private static List<Tensor> adam(Backend backend, List<Tensor> x) {
    Shape shape = x.get(0).shape();
    DType dtype = x.get(0).dtype();
    State parameter = zeros(backend, shape, dtype);
    State m = zeros(backend, shape, dtype);
    State v = zeros(backend, shape, dtype);
    backend.adam(parameter, x.get(0), m, v, STEP);
    return List.of();
  }
}
