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
 * A transposed convolutional layer, which enlarges maps: activation(z + b), in one fused operation,
 * where z is the adjoint of the convolution with the same kernel, stride and padding. W is {@code
 * [in, kernel·kernel·channels]}; PyTorch's is {@code [in, channels, kernel, kernel]}.
 *
 * @shape [n, h, w, in] to [n, h', w', channels] with h' = (h − 1)·stride − 2·padding + kernel
 * @param channels the number of output channels
 * @param kernel the kernel's height and width
 * @param stride how far the results of neighbouring elements lie apart
 * @param padding rows and columns that are cut off on each side
 * @param activation applied to each output
 * @param init draws W and b
 */
public record ConvTranspose2d(
    int channels, int kernel, int stride, int padding, Activation activation, Initializer init)
    implements LayerSpec {
  private static final String NAME = "transposed conv2d";

  /**
   * Checks the extents.
   *
   * @param channels the number of output channels
   * @param kernel the kernel's height and width
   * @param stride how far the results of neighbouring elements lie apart
   * @param padding rows and columns that are cut off on each side
   * @param activation applied to each output
   * @param init draws W and b
   */
  public ConvTranspose2d {
    Expect.count(NAME, "channel", channels, 1);
    Window.square(kernel, stride, padding);
  }

  /**
   * Returns a layer initialised to suit its activation: He for ReLU and leaky ReLU, Xavier
   * otherwise.
   *
   * @param channels the number of output channels
   * @param kernel the kernel's height and width
   * @param stride how far the results of neighbouring elements lie apart
   * @param padding rows and columns that are cut off on each side
   * @param activation applied to each output
   */
  public ConvTranspose2d(int channels, int kernel, int stride, int padding, Activation activation) {
    this(channels, kernel, stride, padding, activation, Initializer.suited(activation));
  }

  private Window window() {
    return Window.square(kernel, stride, padding);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape maps = Maps.check(NAME, input);
    return Shape.of(enlarged(maps, 0), enlarged(maps, 1), channels);
  }

  private int enlarged(Shape maps, int axis) {
    long extent = (maps.dim(axis) - 1L) * stride - 2L * padding + kernel;
    Expect.that(
        extent > 0 && extent <= Integer.MAX_VALUE,
        NAME,
        "(extent - 1) x stride - 2 x padding + kernel >= 1",
        extent + " for maps " + maps);
    return (int) extent;
  }

  @Override
  public long parameterCount(Shape input) {
    return parameters(input).count();
  }

  private ConvParameters parameters(Shape input) {
    int in = Maps.check(NAME, input).dim(2);
    return new ConvParameters(Fans.transposed(in, channels, window()), channels);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    ConvParameters parameters = parameters(input);
    return new Built(
        outputShape(input),
        parameters.weight(init(), init, backend),
        parameters.bias(init(), init, backend),
        window(),
        activation);
  }

  private record Built(
      Shape output, Parameter weight, Parameter bias, Window window, Activation activation)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return x.convTranspose2d(
          pass.use(weight), pass.use(bias), window, output.dim(0), output.dim(1), activation);
    }

    @Override
    public Wire export(Wire x, Export to) {
      Wire y = ConvParameters.export("ConvTranspose", x, output, weight, bias, window, to);
      return to.activate(y, activation);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
