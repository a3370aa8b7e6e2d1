package org.gan4j.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.Tolerances;

/** Batch norm and its gradients, on numbers around 0 and far from it. */
final class BatchNormCases {
  private static final double EPSILON = 1e-2;

  private static final int[][] SHAPES = {
    {1, 1},
    {1, 5},
    {2, 3},
    {5, 0},
    {15, 16},
    {3, 1025},
    {1025, 1},
    {1024, 2},
    {3000, 17},
    {17, 3000}
  };

  private BatchNormCases() {}

  static List<OperationCase> all(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : SHAPES) {
      for (double centre : new double[] {0, 30}) {
        Shape row = Shape.of(s[1]);
        HostArray weight = Inputs.normal(row, 2);
        HostArray x = shifted(Inputs.normal(Shape.of(s), 1), centre);
        cases.add(
            new OperationCase(
                "batchNorm",
                dtype,
                List.of(x, weight, Inputs.normal(row, 3)),
                BatchNormCases::forward,
                Tolerances.reduction(dtype, s[0]),
                BatchNormCases::forwardMagnitude));
        cases.add(
            new OperationCase(
                "batchNormBackward",
                dtype,
                List.of(x, weight, Inputs.normal(Shape.of(s), 4)),
                BatchNormCases::backward,
                Tolerances.reduction(dtype, s[0]),
                BatchNormCases::backwardMagnitude));
      }
    }
    return cases;
  }

  private static HostArray shifted(HostArray x, double centre) {
    double[] values = x.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += centre;
    }
    return HostArray.of(x.shape(), values);
  }

  private static List<Tensor> forward(Backend b, List<Tensor> in) {
    List<Tensor> moments = b.columnMoments(in.get(0));
    Tensor y = b.batchNorm(in.get(0), moments, EPSILON, in.get(1), in.get(2));
    return List.of(y, moments.get(0), moments.get(1));
  }

  private static List<Tensor> backward(Backend b, List<Tensor> in) {
    List<Tensor> moments = b.columnMoments(in.get(0));
    return b.batchNormBackward(in.get(0), moments, EPSILON, in.get(1), in.get(2));
  }

  /** (|x| + mean|x|) ⊙ f ⊙ |w| + |b|, mean|x| and mean(x²) + mean|x|². */
  private static List<Tensor> forwardMagnitude(Backend b, List<Tensor> in) {
    Tensor mean = mean(b, in.get(0));
    Tensor squares = mean(b, b.unary(UnaryOp.SQUARE, in.get(0)));
    Tensor scaled = times(b, normal(b, in.get(0)), in.get(1));
    return List.of(
        b.addRow(scaled, in.get(2)),
        mean,
        b.binary(BinaryOp.ADD, squares, b.unary(UnaryOp.SQUARE, mean)));
  }

  /** |w| ⊙ f ⊙ (|g| + mean|g| + x̂ ⊙ mean(|g| ⊙ x̂)), Σ|g| ⊙ x̂ and Σ|g|, with x̂ as above. */
  private static List<Tensor> backwardMagnitude(Backend b, List<Tensor> in) {
    Tensor g = in.get(2);
    Tensor normal = normal(b, in.get(0));
    Tensor products = b.binary(BinaryOp.MULTIPLY, g, normal);
    Tensor sum = b.addRow(g, mean(b, g));
    Tensor all = b.binary(BinaryOp.ADD, sum, times(b, normal, mean(b, products)));
    Tensor scale = b.binary(BinaryOp.MULTIPLY, in.get(1), factors(b, in.get(0)));
    return List.of(times(b, all, scale), b.columnSums(products), b.columnSums(g));
  }

  /** 1/√(σ² + ε) of |x|, whose variance is at most that of x. */
  private static Tensor factors(Backend b, Tensor x) {
    Tensor centred = b.addRow(x, b.affine(mean(b, x), -1, 0));
    Tensor variance = mean(b, b.unary(UnaryOp.SQUARE, centred));
    return b.unary(UnaryOp.RECIPROCAL, b.unary(UnaryOp.SQRT, b.affine(variance, 1, EPSILON)));
  }

  private static Tensor normal(Backend b, Tensor x) {
    return times(b, b.addRow(x, mean(b, x)), factors(b, x));
  }

  private static Tensor mean(Backend b, Tensor x) {
    return b.affine(b.columnSums(x), 1.0 / x.shape().dim(0), 0);
  }

  private static Tensor times(Backend b, Tensor x, Tensor row) {
    return b.binary(BinaryOp.MULTIPLY, x, b.broadcastRow(row, x.shape().dim(0)));
  }
}
