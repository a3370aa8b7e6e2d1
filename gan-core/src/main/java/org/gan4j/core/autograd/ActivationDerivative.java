package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;

/** An activation's derivative as a function of the activation's output y. */
record ActivationDerivative(Activation activation) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.activationDerivative(activation, inputs.get(0)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    return List.of(slope(activation, node.input(0), upstream.get(0)));
  }

  /**
   * g times the derivative of activation′ with respect to y; zero where it is piecewise constant.
   */
  static Var slope(Activation activation, Var y, Var g) {
    return switch (activation.kind()) {
      case IDENTITY, RELU, LEAKY_RELU -> y.tape().zeros(y.shape(), y.dtype());
      // d(1 − y²)/dy, d(y − y²)/dy, d(1 − e⁻ʸ)/dy
      case TANH -> g.multiply(y).multiply(-2);
      case SIGMOID -> g.multiply(y.multiply(-2).add(1));
      case SOFTPLUS -> g.multiply(y.negate().exp());
    };
  }
}
