package org.gan4j.testkit.guide;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/** y = x ⊙ s, with one learned factor per feature. */
public record FeatureScale() implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    Expect.that(input.rank() == 1, "feature scale", "vectors [features] as input", input);
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    double[] ones = new double[outputShape(input).dim(0)];
    Arrays.fill(ones, 1);
    return new Built(
        new Parameter(backend, init.stream("scale").name(), input, backend.dtype(), ones));
  }

  private record Built(Parameter scale) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return x.multiply(pass.use(scale).repeatRow(x.shape().rows()));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(scale);
    }

    @Override
    public Wire export(Wire x, Export to) {
      Export module = to.module("FeatureScale(" + scale.shape().dim(0) + ")");
      return module.apply("Mul", x, List.of(module.tensor("scale", scale, x.order())));
    }
  }
}
