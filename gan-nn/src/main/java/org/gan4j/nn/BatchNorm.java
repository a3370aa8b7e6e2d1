package org.gan4j.nn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;

/**
 * Normalises each feature over the batch, then scales and shifts it: (x − μ)/√(σ² + ε) ⊙ w + b. Of
 * feature maps, each channel is normalised over the batch and all of its elements.
 *
 * <p>A training pass uses the mean and the biased variance of the batch. Unless it is frozen, it
 * also updates the running statistics as PyTorch does: running ← (1 − momentum) · running +
 * momentum · batch, with the unbiased variance. A frozen pass leaves them alone, so that a
 * network's statistics come only from its own updates; in PyTorch every training pass changes them.
 * An evaluation pass uses the running statistics, so each sample is treated independently.
 *
 * @shape [n, features] or [n, h, w, features] to the same
 * @param momentum the weight of the newest batch in the running statistics, in (0, 1]
 * @param epsilon added to the variance, above 0
 * @paper Ioffe and Szegedy 2015, arXiv:1502.03167, Algorithm 1
 */
public record BatchNorm(double momentum, double epsilon) implements LayerSpec {
  /**
   * Checks the ranges.
   *
   * @param momentum the weight of the newest batch in the running statistics, in (0, 1]
   * @param epsilon added to the variance, above 0
   */
  public BatchNorm {
    Expect.inRange("batch norm", "a momentum", momentum, 0, 1, Expect.Bounds.OPEN_CLOSED);
    Expect.positive("batch norm", "a finite epsilon", epsilon);
  }

  /** Returns the layer with PyTorch's momentum 0.1 and ε = 1e-5. */
  public BatchNorm() {
    this(0.1, 1e-5);
  }

  @Override
  public Shape outputShape(Shape input) {
    Maps.channels("batch norm", input);
    return input;
  }

  @Override
  public long parameterCount(Shape input) {
    return 2L * Maps.channels("batch norm", input);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    int features = Maps.channels("batch norm", input);
    double[] ones = new double[features];
    Arrays.fill(ones, 1);
    Map<String, State> running = new LinkedHashMap<>();
    State mean = backend.state(Shape.of(features), backend.dtype(), new double[features]);
    State variance = backend.state(Shape.of(features), backend.dtype(), ones);
    running.put(init.stream("running_mean").name(), mean);
    running.put(init.stream("running_var").name(), variance);
    return new Built(
        this,
        Scales.weight(init, backend, features),
        Scales.bias(init, backend, features),
        mean,
        variance,
        running);
  }

  private record Built(
      BatchNorm spec,
      Parameter weight,
      Parameter bias,
      State runningMean,
      State runningVariance,
      Map<String, State> buffers)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var rows = Maps.rows(x);
      Var y = pass.mode() == Pass.Mode.TRAIN ? train(rows, pass) : eval(rows, pass);
      return Maps.restore(y, x.shape());
    }

    private Var train(Var x, Pass pass) {
      int n = x.shape().rows();
      if (n < 2) {
        throw Expect.failure(
            "batch norm",
            "at least 2 samples in a training pass",
            n,
            "use larger batches or an evaluation pass");
      }
      Var mean = x.columnSums().multiply(1.0 / n);
      Var centred = x.subtract(mean);
      Var variance = centred.square().columnSums().multiply(1.0 / n);
      if (pass.learning()) {
        Backend backend = pass.tape().backend();
        move(backend, runningMean, mean.value(), 1);
        move(backend, runningVariance, variance.value(), n / (n - 1.0));
      }
      return scaled(centred, variance, pass);
    }

    private Var eval(Var x, Pass pass) {
      Var mean = pass.tape().constant(runningMean.read());
      return scaled(x.subtract(mean), pass.tape().constant(runningVariance.read()), pass);
    }

    private Var scaled(Var centred, Var variance, Pass pass) {
      Var factors = variance.add(spec.epsilon).sqrt().reciprocal().multiply(pass.use(weight));
      return centred.multiply(factors.repeatRow(centred.shape().rows())).add(pass.use(bias));
    }

    private void move(Backend backend, State running, Tensor batch, double correction) {
      Tensor kept = backend.affine(running.read(), 1 - spec.momentum, 0);
      Tensor added = backend.affine(batch, spec.momentum * correction, 0);
      backend.assign(running, backend.binary(BinaryOp.ADD, kept, added));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }

    @Override
    public boolean couplesSamples() {
      return true;
    }
  }
}
