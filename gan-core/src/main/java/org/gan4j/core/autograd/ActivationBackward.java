package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;

/**
 * δ = g ⊙ activation′(y) from (y, g), with δ's column sums fused in if requested. With t the
 * gradient with respect to δ (the sums' gradient repeated into it), dg = t ⊙ activation′(y) and dy
 * = t ⊙ g ⊙ activation″.
 */
record ActivationBackward(Activation activation, boolean columnSums) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return backend.activationBackward(activation, inputs.get(0), inputs.get(1), columnSums);
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var y = node.input(0);
    Var g = node.input(1);
    Var t = columnSums ? upstream.get(0).add(upstream.get(1)) : upstream.get(0);
    Var dg = needed[1] ? Var.apply(new ActivationBackward(activation, false), y, t) : null;
    Var dy = needed[0] ? secondOrder(y, t.multiply(g)) : null;
    return gradients(dy, dg);
  }

  /**
   * The same for feature maps {@code [n, h, w, c]}: δ in their shape and, if the third gradient is
   * needed, the sums of each channel.
   */
  static List<Var> ofMaps(Activation activation, Var y, Var upstream, boolean[] needed) {
    Shape maps = y.shape();
    int channels = maps.dim(3);
    Shape matrix = Shape.of(maps.dim(0) * maps.dim(1) * maps.dim(2), channels);
    List<Var> results =
        y.tape()
            .apply(
                new ActivationBackward(activation, needed[2]),
                y.reshape(matrix),
                upstream.reshape(matrix));
    Var delta = results.get(0).reshape(maps);
    return needed[2] ? List.of(delta, results.get(1)) : List.of(delta);
  }

  /**
   * u times the derivative of activation′ with respect to the output y; zero where activation′ is
   * piecewise constant.
   */
  private Var secondOrder(Var y, Var u) {
    return switch (activation.kind()) {
      case IDENTITY, RELU, LEAKY_RELU -> y.tape().zeros(y.shape(), y.dtype());
      // d(1 − y²)/dy, d(y − y²)/dy, d(1 − e⁻ʸ)/dy
      case TANH -> u.multiply(y).multiply(-2);
      case SIGMOID -> u.multiply(y.multiply(-2).add(1));
      case SOFTPLUS -> u.multiply(y.negate().exp());
    };
  }
}
