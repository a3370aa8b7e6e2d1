package org.gan4j.nn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

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
    return new Built(
        Scales.weight(init, backend, features),
        Scales.bias(init, backend, features),
        BatchStatistics.of(momentum, epsilon, features, init, backend));
  }

  private record Built(Parameter weight, Parameter bias, BatchStatistics statistics)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var rows = Maps.rows(x);
      Var normal = statistics.normalised(rows, pass.use(weight), pass.use(bias), pass);
      return Maps.restore(normal, x.shape());
    }

    @Override
    public Wire export(Wire x, Export to) {
      Export module =
          to.module(
              String.format(
                  Locale.ROOT,
                  "nn.BatchNorm%dd(%d, eps=%s, momentum=%s)",
                  x.isMaps() ? 2 : 1,
                  weight.shape().dim(0),
                  statistics.epsilon(),
                  statistics.momentum()));
      return statistics.export(
          x,
          module,
          module.tensor("weight", weight, x.order()),
          module.tensor("bias", bias, x.order()));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }

    @Override
    public Map<String, State> buffers() {
      return statistics.buffers();
    }

    @Override
    public boolean couplesSamples() {
      return true;
    }
  }
}
