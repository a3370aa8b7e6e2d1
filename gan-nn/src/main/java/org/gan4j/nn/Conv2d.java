package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;
import org.gan4j.nn.init.Fans;
import org.gan4j.nn.init.Initializer;

/**
 * A convolutional layer: activation(x ∗ W + b), in one fused operation. W is {@code [channels,
 * kernel·kernel·in]}, each row in the order [kernel row, kernel column, input channel]; PyTorch's
 * is {@code [channels, in, kernel, kernel]}.
 *
 * @shape [n, h, w, in] to [n, h', w', channels] with h' = ⌊(h + 2·padding − kernel)/stride⌋ + 1
 * @param channels the number of output channels
 * @param kernel the kernel's height and width
 * @param stride how far the kernel moves
 * @param padding rows and columns of zeros on each side
 * @param activation applied to each output
 * @param init draws W and b
 */
public record Conv2d(
    int channels, int kernel, int stride, int padding, Activation activation, Initializer init)
    implements LayerSpec {
  /**
   * Checks the extents.
   *
   * @param channels the number of output channels
   * @param kernel the kernel's height and width
   * @param stride how far the kernel moves
   * @param padding rows and columns of zeros on each side
   * @param activation applied to each output
   * @param init draws W and b
   */
  public Conv2d {
    Expect.count("conv2d", "channel", channels, 1);
    Window.square(kernel, stride, padding);
  }

  /**
   * Returns a layer initialised to suit its activation: He for ReLU and leaky ReLU, Xavier
   * otherwise.
   *
   * @param channels the number of output channels
   * @param kernel the kernel's height and width
   * @param stride how far the kernel moves
   * @param padding rows and columns of zeros on each side
   * @param activation applied to each output
   */
  public Conv2d(int channels, int kernel, int stride, int padding, Activation activation) {
    this(channels, kernel, stride, padding, activation, Initializer.suited(activation));
  }

  private Window window() {
    return Window.square(kernel, stride, padding);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape maps = Maps.check("conv2d", input);
    return window().positions(maps.dim(0), maps.dim(1)).with(channels);
  }

  @Override
  public long parameterCount(Shape input) {
    return parameters(input).count();
  }

  private ConvParameters parameters(Shape input) {
    int in = Maps.check("conv2d", input).dim(2);
    return new ConvParameters(Fans.convolution(in, channels, window()), channels);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    ConvParameters parameters = parameters(input);
    return new Built(
        parameters.weight(init(), init, backend),
        parameters.bias(init(), init, backend),
        window(),
        activation);
  }

  private record Built(Parameter weight, Parameter bias, Window window, Activation activation)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var w = pass.use(weight);
      Var b = pass.use(bias);
      if (window.isPointwise()) {
        Shape maps = x.shape().withColumns(bias.shape().dim(0));
        return Maps.restore(Maps.rows(x).dense(w, b, activation), maps);
      }
      return x.conv2d(w, b, window, activation);
    }

    @Override
    public Wire export(Wire x, Export to) {
      Shape output = window.positions(x.shape().dim(0), x.shape().dim(1)).with(bias.shape().dim(0));
      Wire y = ConvParameters.export("Conv", x, output, weight, bias, window, to);
      return to.activate(y, activation);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
