package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
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
