package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.Window;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;
import org.gan4j.nn.init.Fans;
import org.gan4j.nn.init.Initializer;

/**
 * {@link Upsample} by 2 and {@link Conv2d} of stride 1 in one: activation(upsample(x) ∗ W + b). It
 * has the parameters of that convolution and computes the same function, as a transposed
 * convolution of stride 2 whose kernel is larger by one: for a 3 × 3 kernel, 2.25 times fewer
 * multiplications. Results differ by rounding only.
 *
 * @shape [n, h, w, in] to [n, h', w', channels] with h' = 2h + 2·padding − kernel + 1
 * @param channels the number of output channels
 * @param kernel the kernel's height and width
 * @param padding rows and columns of zeros on each side
 * @param activation applied to each output
 * @param init draws W and b
 */
public record UpsampleConv2d(
    int channels, int kernel, int padding, Activation activation, Initializer init)
    implements LayerSpec {
  private static final String NAME = "upsample conv2d";

  /**
   * Checks the extents.
   *
   * @param channels the number of output channels
   * @param kernel the kernel's height and width
   * @param padding rows and columns of zeros on each side
   * @param activation applied to each output
   * @param init draws W and b
   */
  public UpsampleConv2d {
    Expect.count(NAME, "channel", channels, 1);
    Window.square(kernel, 1, padding);
    Expect.that(padding < kernel, NAME, "a padding below the kernel " + kernel, padding);
  }

  /**
   * Returns a layer initialised to suit its activation: He for ReLU and leaky ReLU, Xavier
   * otherwise.
   *
   * @param channels the number of output channels
   * @param kernel the kernel's height and width
   * @param padding rows and columns of zeros on each side
   * @param activation applied to each output
   */
  public UpsampleConv2d(int channels, int kernel, int padding, Activation activation) {
    this(channels, kernel, padding, activation, Initializer.suited(activation));
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape enlarged = new Upsample(2).outputShape(Maps.check(NAME, input));
    return Window.square(kernel, 1, padding)
        .positions(enlarged.dim(0), enlarged.dim(1))
        .with(channels);
  }

  @Override
  public long parameterCount(Shape input) {
    return parameters(input).count();
  }

  private ConvParameters parameters(Shape input) {
    int in = Maps.check(NAME, input).dim(2);
    return new ConvParameters(
        Fans.convolution(in, channels, Window.square(kernel, 1, padding)), channels);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    ConvParameters parameters = parameters(input);
    Parameter weight = parameters.weight(init(), init, backend);
    int smaller = Math.min(weight.shape().dim(0), weight.shape().dim(1));
    return new Built(
        outputShape(input),
        kernel,
        Window.square(kernel + 1, 2, kernel - 1 - padding),
        weight,
        parameters.bias(init(), init, backend),
        identity(smaller, backend),
        activation);
  }

  private static State identity(int n, Backend backend) {
    Shape shape = Shape.of(n, n);
    double[] values = new double[shape.length()];
    for (int i = 0; i < n; i++) {
      values[i * (n + 1)] = 1;
    }
    return backend.state(shape, backend.dtype(), values);
  }

  private record Built(
      Shape output,
      int kernel,
      Window window,
      Parameter weight,
      Parameter bias,
      State identity,
      Activation activation)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var unit = pass.tape().constant(identity.read());
      Var folded = FoldedKernel.upsampled(pass.use(weight), kernel, unit);
      return x.convTranspose2d(
          folded, pass.use(bias), window, output.dim(0), output.dim(1), activation);
    }

    @Override
    public Wire export(Wire x, Export to) {
      int padding = kernel - 1 - window.paddingHeight();
      Window plain = Window.square(kernel, 1, padding);
      Wire enlarged = new Upsample(2).enlarged(x, to);
      Wire y = ConvParameters.export("Conv", enlarged, output, weight, bias, plain, to);
      return to.activate(y, activation);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
