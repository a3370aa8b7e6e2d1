package org.gan4j.nn;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * Normalises each sample over groups of adjacent channels and all of their elements, then scales
 * and shifts each channel: (x − μ)/√(σ² + ε) ⊙ w + b, with the biased variance, as in PyTorch.
 * Training and evaluation do the same.
 *
 * @shape [n, h, w, channels] to the same
 * @param groups the number of groups, a divisor of the channels
 * @param epsilon added to the variance, above 0
 * @paper Wu and He 2018, arXiv:1803.08494, Eqs. (1), (2) and (6)
 */
public record GroupNorm(int groups, double epsilon) implements LayerSpec {
  /**
   * Checks the ranges.
   *
   * @param groups the number of groups, a divisor of the channels
   * @param epsilon added to the variance, above 0
   */
  public GroupNorm {
    Expect.count("group norm", "group", groups, 1);
    Expect.positive("group norm", "a finite epsilon", epsilon);
  }

  /**
   * Returns the layer with ε = 1e-5.
   *
   * @param groups the number of groups, a divisor of the channels
   */
  public GroupNorm(int groups) {
    this(groups, 1e-5);
  }

  @Override
  public Shape outputShape(Shape input) {
    int channels = Maps.check("group norm", input).dim(2);
    Expect.that(
        channels % groups == 0, "group norm", "channels that " + groups + " divides", input);
    return input;
  }

  @Override
  public long parameterCount(Shape input) {
    return 2L * outputShape(input).dim(2);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    int channels = outputShape(input).dim(2);
    return new Built(
        this, Scales.weight(init, backend, channels), Scales.bias(init, backend, channels));
  }

  private record Built(GroupNorm spec, Parameter weight, Parameter bias) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var centred = x.subtract(means(x));
      Var variance = means(centred.square());
      Var normal = Maps.rows(centred.multiply(variance.add(spec.epsilon).sqrt().reciprocal()));
      Var scales = pass.use(weight).repeatRow(normal.shape().rows());
      return Maps.restore(normal.multiply(scales).add(pass.use(bias)), x.shape());
    }

    /** Each element's mean over its sample's group. */
    private Var means(Var x) {
      Shape maps = x.shape();
      int height = maps.dim(1);
      int width = maps.dim(2);
      int size = maps.dim(3) / spec.groups;
      Var grouped = x.averagePool(height, width).reshape(Shape.of(maps.dim(0) * spec.groups, size));
      Var means = grouped.rowSums().multiply(1.0 / size).repeatColumn(size);
      return means.reshape(Shape.of(maps.dim(0), 1, 1, maps.dim(3))).upsample(height, width);
    }

    @Override
    public Wire export(Wire x, Export to) {
      int channels = weight.shape().dim(0);
      Export module =
          to.module(
              String.format(
                  Locale.ROOT,
                  "nn.GroupNorm(%d, %d, eps=%s)",
                  spec.groups,
                  channels,
                  spec.epsilon));
      Wire normal = normalised(x, module);
      String axes = to.indices(1, 2);
      String scales = to.apply("Unsqueeze", List.of(module.tensor("weight", weight), axes));
      String shifts = to.apply("Unsqueeze", List.of(module.tensor("bias", bias), axes));
      return to.apply("Add", to.apply("Mul", normal, List.of(scales)), List.of(shifts));
    }

    /** As instances of one channel for each group: opset 17 has no group normalisation. */
    private Wire normalised(Wire x, Export to) {
      Shape maps = x.shape();
      String groups = to.apply("Reshape", List.of(x.name(), to.indices(0, spec.groups, -1)));
      String normal =
          to.apply(
              "InstanceNormalization",
              List.of(
                  groups, to.filled(Shape.of(spec.groups), 1), to.filled(Shape.of(spec.groups), 0)),
              Attribute.real("epsilon", spec.epsilon));
      String shape = to.indices(0, maps.dim(2), maps.dim(0), maps.dim(1));
      return new Wire(to.apply("Reshape", List.of(normal, shape)), maps, x.order());
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
