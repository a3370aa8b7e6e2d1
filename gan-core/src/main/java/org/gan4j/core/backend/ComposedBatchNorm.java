package org.gan4j.core.backend;

import java.util.List;
import org.gan4j.core.Tensor;

/** Batch norm from other operations of a backend. */
final class ComposedBatchNorm {
  private ComposedBatchNorm() {}

  static List<Tensor> moments(Backend backend, Tensor x) {
    double share = 1.0 / OperandChecks.columnMoments(x);
    Tensor mean = backend.affine(backend.columnSums(x), share, 0);
    Tensor squares = backend.unary(UnaryOp.SQUARE, centred(backend, x, mean));
    return List.of(mean, backend.affine(backend.columnSums(squares), share, 0));
  }

  static Tensor forward(
      Backend backend, Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor bias) {
    OperandChecks.batchNorm(x, moments, List.of(weight, bias));
    Tensor scale = product(backend, weight, factors(backend, moments, epsilon));
    Tensor centred = centred(backend, x, moments.get(0));
    return backend.addRow(scaled(backend, centred, scale), bias);
  }

  static List<Tensor> backward(
      Backend backend,
      Tensor x,
      List<Tensor> moments,
      double epsilon,
      Tensor weight,
      Tensor upstream) {
    OperandChecks.batchNorm(x, moments, List.of(weight));
    OperandChecks.same("batchNorm", x, upstream);
    double share = -1.0 / OperandChecks.columnMoments(x);
    Tensor factors = factors(backend, moments, epsilon);
    Tensor normal = scaled(backend, centred(backend, x, moments.get(0)), factors);
    Tensor biasGradient = backend.columnSums(upstream);
    Tensor weightGradient = backend.columnSums(product(backend, upstream, normal));
    // g − mean(g) − x̂ ⊙ mean(g ⊙ x̂), the part of g that changes neither mean nor variance
    Tensor along = scaled(backend, normal, backend.affine(weightGradient, share, 0));
    Tensor moving =
        backend.addRow(
            backend.binary(BinaryOp.ADD, upstream, along), backend.affine(biasGradient, share, 0));
    Tensor gradient = scaled(backend, moving, product(backend, weight, factors));
    return List.of(gradient, weightGradient, biasGradient);
  }

  private static Tensor centred(Backend backend, Tensor x, Tensor mean) {
    return backend.addRow(x, backend.affine(mean, -1, 0));
  }

  /** 1/√(variance + ε) */
  private static Tensor factors(Backend backend, List<Tensor> moments, double epsilon) {
    Tensor variance = backend.affine(moments.get(1), 1, epsilon);
    return backend.unary(UnaryOp.RECIPROCAL, backend.unary(UnaryOp.SQRT, variance));
  }

  private static Tensor scaled(Backend backend, Tensor x, Tensor row) {
    return product(backend, x, backend.broadcastRow(row, x.shape().dim(0)));
  }

  private static Tensor product(Backend backend, Tensor a, Tensor b) {
    return backend.binary(BinaryOp.MULTIPLY, a, b);
  }
}
