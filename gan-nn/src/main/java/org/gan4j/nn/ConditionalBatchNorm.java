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
import org.gan4j.nn.export.Order;
import org.gan4j.nn.export.Wire;

/**
 * Batch norm whose scales and shifts depend on each sample's label; the statistics do not, as in
 * {@link BatchNorm}.
 *
 * @shape [n, features] or [n, h, w, features] to the same, with labels in the pass
 * @param classes the number of classes, at least 1
 * @param momentum the weight of the newest batch in the running statistics, in (0, 1]
 * @param epsilon added to the variance, above 0
 * @paper Dumoulin et al. 2017, "A learned representation for artistic style", arXiv:1610.07629, Eq.
 *     (5); in GANs since Miyato and Koyama 2018, arXiv:1802.05637
 */
public record ConditionalBatchNorm(int classes, double momentum, double epsilon)
    implements LayerSpec {
  private static final String NAME = "conditional batch norm";

  /**
   * Checks the ranges.
   *
   * @param classes the number of classes, at least 1
   * @param momentum the weight of the newest batch in the running statistics, in (0, 1]
   * @param epsilon added to the variance, above 0
   */
  public ConditionalBatchNorm {
    Expect.atLeast(NAME, "a number of classes", classes, 1);
    new BatchNorm(momentum, epsilon);
  }

  /**
   * Returns the layer with PyTorch's momentum 0.1 and ε = 1e-5.
   *
   * @param classes the number of classes, at least 1
   */
  public ConditionalBatchNorm(int classes) {
    this(classes, 0.1, 1e-5);
  }

  @Override
  public Shape outputShape(Shape input) {
    Maps.channels(NAME, input);
    return input;
  }

  @Override
  public long parameterCount(Shape input) {
    return 2L * classes * Maps.channels(NAME, input);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    int features = Maps.channels(NAME, input);
    return new Built(
        classes,
        Scales.weights(init, backend, classes, features),
        Scales.biases(init, backend, classes, features),
        BatchStatistics.of(momentum, epsilon, features, init, backend));
  }

  private record Built(int classes, Parameter weight, Parameter bias, BatchStatistics statistics)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var labels = pass.labels(classes);
      Var normal = statistics.normalised(Maps.rows(x), row(x, 1), row(x, 0), pass);
      Var scales = Maps.everywhere(labels.matmul(pass.use(weight)), x.shape());
      Var shifts = Maps.everywhere(labels.matmul(pass.use(bias)), x.shape());
      return Maps.restore(normal, x.shape()).multiply(scales).add(shifts);
    }

    private static Var row(Var x, double value) {
      Shape features = Shape.of(x.shape().dim(x.shape().rank() - 1));
      return x.tape().constant(x.tape().backend().full(features, x.dtype(), value));
    }

    @Override
    public Wire export(Wire x, Export to) {
      Shape features = Shape.of(weight.shape().dim(1));
      Export module =
          to.module(
              String.format(
                  Locale.ROOT,
                  "ConditionalBatchNorm(%d, %d, eps=%s)",
                  classes,
                  features.dim(0),
                  statistics.epsilon()));
      String ones = module.filled(features, 1);
      Wire normal = statistics.export(x, module, ones, module.filled(features, 0));
      Order plain = Order.plain(classes);
      String scales = module.tensor("weight", weight, plain, x.order());
      String shifts = module.tensor("bias", bias, plain, x.order());
      return to.scaled(normal, to.perSample(scales), to.perSample(shifts));
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
