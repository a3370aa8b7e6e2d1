package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Order;
import org.gan4j.nn.export.Wire;
import org.gan4j.nn.init.Initializer;

/**
 * A fully connected layer: activation(x · Wᵀ + b), in one fused operation. W is {@code [units,
 * in]}, as in PyTorch.
 *
 * @shape [n, in] to [n, units]
 * @param units the number of outputs
 * @param activation applied to each output
 * @param init draws W and b
 */
public record Dense(int units, Activation activation, Initializer init) implements LayerSpec {
  /**
   * Checks the number of outputs.
   *
   * @param units the number of outputs
   * @param activation applied to each output
   * @param init draws W and b
   */
  public Dense {
    Expect.count("dense", "unit", units, 1);
  }

  /**
   * Returns a layer initialised to suit its activation: He for ReLU and leaky ReLU, Xavier
   * otherwise.
   *
   * @param units the number of outputs
   * @param activation applied to each output
   */
  public Dense(int units, Activation activation) {
    this(units, activation, Initializer.suited(activation));
  }

  @Override
  public Shape outputShape(Shape input) {
    Vectors.features("dense", input);
    return Shape.of(units);
  }

  @Override
  public long parameterCount(Shape input) {
    return linear(input).count();
  }

  private LinearParameters linear(Shape input) {
    return new LinearParameters(Vectors.features("dense", input), units, 1);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    LinearParameters linear = linear(input);
    return new Built(
        linear.weight(init(), init, backend), linear.bias(init(), init, backend), activation);
  }

  private record Built(Parameter weight, Parameter bias, Activation activation) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return x.dense(pass.use(weight), pass.use(bias), activation);
    }

    @Override
    public Wire export(Wire x, Export to) {
      int units = bias.shape().dim(0);
      Order out = Order.open(units);
      Export linear = to.module("nn.Linear(" + x.shape().dim(0) + ", " + units + ")");
      Wire y =
          to.dense(
              x,
              linear.tensor("weight", weight, out, x.order()),
              linear.tensor("bias", bias, out),
              out,
              units);
      return to.activate(y, activation);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
