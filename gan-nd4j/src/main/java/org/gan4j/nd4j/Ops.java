package org.gan4j.nd4j;

import org.gan4j.core.backend.BinaryOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastCopyOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Condition;

/**
 * The calls to ND4J from which everything else is composed. Each writes to its last argument, which
 * may also be an operand except in products and broadcasts.
 */
final class Ops {
  /** z ← 1 · op(x) · op(y) + 0 · z. */
  private static final double[] ALPHA_AND_BETA = {1, 0};

  private final CustomCall add = new CustomCall(new AddOp());
  private final CustomCall subtract = new CustomCall(new SubOp());
  private final CustomCall multiply = new CustomCall(new MulOp());
  private final CustomCall divide = new CustomCall(new DivOp());
  private final CustomCall product = new CustomCall(new Mmul());

  private static void run(Op op) {
    Nd4j.getExecutioner().exec(op);
  }

  void binary(BinaryOp op, INDArray x, INDArray y, INDArray z) {
    CustomCall call =
        switch (op) {
          case ADD -> add;
          case SUBTRACT -> subtract;
          case MULTIPLY -> multiply;
          case DIVIDE -> divide;
        };
    call.run(z, x, y);
  }

  void add(INDArray x, INDArray y, INDArray z) {
    add.run(z, x, y);
  }

  void subtract(INDArray x, INDArray y, INDArray z) {
    subtract.run(z, x, y);
  }

  void multiply(INDArray x, INDArray y, INDArray z) {
    multiply.run(z, x, y);
  }

  void divide(INDArray x, INDArray y, INDArray z) {
    divide.run(z, x, y);
  }

  /** z ← op(x) · op(y). */
  void product(INDArray x, boolean transposeX, INDArray y, boolean transposeY, INDArray z) {
    product.with(ALPHA_AND_BETA, transposeX ? 1 : 0, transposeY ? 1 : 0, 0).run(z, x, y);
  }

  void scale(INDArray x, double factor, INDArray z) {
    run(new ScalarMultiplication(x, null, z, factor));
  }

  void shift(INDArray x, double summand, INDArray z) {
    run(new ScalarAdd(x, null, z, summand));
  }

  void fill(double value, INDArray z) {
    run(new ScalarSet(z, null, z, value));
  }

  /** Copies, converting if the element types differ. */
  void copy(INDArray x, INDArray z) {
    run(new Assign(x, z));
  }

  void negate(INDArray x, INDArray z) {
    run(new Negative(x, z));
  }

  void abs(INDArray x, INDArray z) {
    run(new Abs(x, z));
  }

  void reciprocal(INDArray x, INDArray z) {
    run(new Reciprocal(x, z));
  }

  void exp(INDArray x, INDArray z) {
    run(new Exp(x, z));
  }

  void log(INDArray x, INDArray z) {
    run(new Log(x, z));
  }

  void sqrt(INDArray x, INDArray z) {
    run(new Sqrt(x, z));
  }

  /** Overwrites the elements that meet the condition; NaN meets none. */
  void replace(Condition condition, double value, INDArray z) {
    run(new CompareAndSet(z, value, condition));
  }

  void leakyRelu(INDArray x, double slope, INDArray z) {
    run(new LeakyReLU(x, z, slope));
  }

  void addRow(INDArray x, INDArray row, INDArray z) {
    Nd4j.getExecutioner().exec(new BroadcastAddOp(x, row, z, 1));
  }

  void scaleRows(INDArray x, INDArray factors, INDArray z) {
    Nd4j.getExecutioner().exec(new BroadcastMulOp(x, factors, z, 0));
  }

  /** Repeats a vector along the dimension other than the given one. */
  void repeat(INDArray vector, int dimension, INDArray z) {
    Nd4j.getExecutioner().exec(new BroadcastCopyOp(z, vector, z, dimension));
  }

  /** Sums along the given dimensions, or all. */
  void sum(INDArray x, INDArray z, int... dimensions) {
    Nd4j.getExecutioner().exec(new Sum(x, z, false, dimensions));
  }

  /** Takes the maximum along a dimension; ND4J ignores NaN. */
  void max(INDArray x, INDArray z, int dimension) {
    Nd4j.getExecutioner().exec(new Max(x, z, dimension));
  }

  void close() {
    for (CustomCall call : new CustomCall[] {add, subtract, multiply, divide, product}) {
      call.close();
    }
  }
}
