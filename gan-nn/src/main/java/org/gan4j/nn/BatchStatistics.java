package org.gan4j.nn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.BatchNormed;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * Means and variances of features: those of the batch in a training pass, running ones in an
 * evaluation pass.
 */
record BatchStatistics(
    double momentum, double epsilon, State mean, State variance, Map<String, State> buffers) {

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

  /**
   * Normalises rows [n, features], then scales and shifts them; a learning pass updates the running
   * statistics.
   */
  Var normalised(Var x, Var weight, Var bias, Pass pass) {
    return pass.mode() == Pass.Mode.TRAIN
        ? byBatch(x, weight, bias, pass)
        : byRunning(x, weight, bias, pass);
  }

  private Var byBatch(Var x, Var weight, Var bias, Pass pass) {
    int n = x.shape().rows();
    if (n < 2) {
      throw Expect.failure(
          "batch norm",
          "at least 2 samples in a training pass",
          n,
          "use larger batches or an evaluation pass");
    }
    BatchNormed normed = x.batchNorm(weight, bias, epsilon);
    if (pass.learning()) {
      Backend backend = pass.tape().backend();
      move(backend, mean, normed.mean(), 1);
      move(backend, variance, normed.variance(), n / (n - 1.0));
    }
    return normed.result();
  }

  private Var byRunning(Var x, Var weight, Var bias, Pass pass) {
    Var centred = x.subtract(pass.tape().constant(mean.read()));
    Var factors = pass.tape().constant(variance.read()).add(epsilon).sqrt().reciprocal();
    Var scales = factors.multiply(weight).repeatRow(x.shape().rows());
    return centred.multiply(scales).add(bias);
  }

  /**
   * Adds the normalisation by the running statistics to a graph.
   *
   * @param module the module that they belong to
   * @param weight the name of the scales
   * @param bias the name of the shifts
   */
  Wire export(Wire x, Export module, String weight, String bias) {
    return module.apply(
        "BatchNormalization",
        x,
        List.of(
            weight,
            bias,
            module.tensor("running_mean", mean, x.order()),
            module.tensor("running_var", variance, x.order())),
        Attribute.real("epsilon", epsilon));
  }

  private void move(Backend backend, State running, Tensor batch, double correction) {
    Tensor kept = backend.affine(running.read(), 1 - momentum, 0);
    Tensor added = backend.affine(batch, momentum * correction, 0);
    backend.assign(running, backend.binary(BinaryOp.ADD, kept, added));
  }
}
