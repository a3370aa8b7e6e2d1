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
 * Normalises each sample over its features, then scales and shifts each feature: (x − μ)/√(σ² + ε)
 * ⊙ w + b, with the biased variance, as in PyTorch. Training and evaluation do the same.
 *
 * @shape [n, features] to [n, features]
 * @param epsilon added to the variance, above 0
 * @paper Ba et al. 2016, arXiv:1607.06450
 */
public record LayerNorm(double epsilon) implements LayerSpec {
  /**
   * Checks the range.
   *
   * @param epsilon added to the variance, above 0
   */
  public LayerNorm {
    Expect.positive("layer norm", "a finite epsilon", epsilon);
  }

  /** Returns the layer with ε = 1e-5. */
  public LayerNorm() {
    this(1e-5);
  }

  @Override
  public Shape outputShape(Shape input) {
    Vectors.features("layer norm", input);
    return input;
  }

  @Override
  public long parameterCount(Shape input) {
    return 2L * Vectors.features("layer norm", input);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    int features = Vectors.features("layer norm", input);
    return new Built(
        Scales.weight(init, backend, features), Scales.bias(init, backend, features), epsilon);
  }

  private record Built(Parameter weight, Parameter bias, double epsilon) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      int features = x.shape().columns();
      Var mean = x.rowSums().multiply(1.0 / features);
      Var centred = x.subtract(mean.repeatColumn(features));
      Var variance = centred.rowDots(centred).multiply(1.0 / features);
      Var normal = centred.scaleRows(variance.add(epsilon).sqrt().reciprocal());
      Var scales = pass.use(weight).repeatRow(x.shape().rows());
      return normal.multiply(scales).add(pass.use(bias));
    }

    @Override
    public Wire export(Wire x, Export to) {
      Export module =
          to.module(
              String.format(
                  Locale.ROOT, "nn.LayerNorm(%d, eps=%s)", weight.shape().dim(0), epsilon));
      return module.apply(
          "LayerNormalization",
          x,
          List.of(
              module.tensor("weight", weight, x.order()), module.tensor("bias", bias, x.order())),
          Attribute.real("epsilon", epsilon));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
