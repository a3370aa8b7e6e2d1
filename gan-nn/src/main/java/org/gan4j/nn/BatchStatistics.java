package org.gan4j.nn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;

/**
 * Means and variances of features: those of the batch in a training pass, running ones in an
 * evaluation pass.
 */
record BatchStatistics(
    double momentum, double epsilon, State mean, State variance, Map<String, State> buffers) {

  /**
   * Rows less their mean, and the factors that make their variance 1.
   *
   * @param rows [n, features]
   * @param factors [features], 1/√(σ² + ε)
   */
  record Centred(Var rows, Var factors) {}

  static BatchStatistics of(
      double momentum, double epsilon, int features, Rng init, Backend backend) {
    double[] ones = new double[features];
    Arrays.fill(ones, 1);
    State mean = backend.state(Shape.of(features), backend.dtype(), new double[features]);
    State variance = backend.state(Shape.of(features), backend.dtype(), ones);
    Map<String, State> buffers = new LinkedHashMap<>();
    buffers.put(init.stream("running_mean").name(), mean);
    buffers.put(init.stream("running_var").name(), variance);
    return new BatchStatistics(momentum, epsilon, mean, variance, buffers);
  }

  /** Centres rows [n, features]; a learning pass updates the running statistics. */
  Centred centred(Var x, Pass pass) {
    return pass.mode() == Pass.Mode.TRAIN ? ofBatch(x, pass) : running(x, pass);
  }

  private Centred ofBatch(Var x, Pass pass) {
    int n = x.shape().rows();
    if (n < 2) {
      throw Expect.failure(
          "batch norm",
          "at least 2 samples in a training pass",
          n,
          "use larger batches or an evaluation pass");
    }
    Var batchMean = x.columnSums().multiply(1.0 / n);
    Var centred = x.subtract(batchMean);
    Var batchVariance = centred.square().columnSums().multiply(1.0 / n);
    if (pass.learning()) {
      Backend backend = pass.tape().backend();
      move(backend, mean, batchMean.value(), 1);
      move(backend, variance, batchVariance.value(), n / (n - 1.0));
    }
    return new Centred(centred, factors(batchVariance));
  }

  private Centred running(Var x, Pass pass) {
    Var centred = x.subtract(pass.tape().constant(mean.read()));
    return new Centred(centred, factors(pass.tape().constant(variance.read())));
  }

  private Var factors(Var variances) {
    return variances.add(epsilon).sqrt().reciprocal();
  }

  private void move(Backend backend, State running, Tensor batch, double correction) {
    Tensor kept = backend.affine(running.read(), 1 - momentum, 0);
    Tensor added = backend.affine(batch, momentum * correction, 0);
    backend.assign(running, backend.binary(BinaryOp.ADD, kept, added));
  }
}
