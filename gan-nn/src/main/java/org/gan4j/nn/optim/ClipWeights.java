package org.gan4j.nn.optim;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;

/**
 * Clips every parameter to [−limit, limit] after each step of another optimizer, as the first
 * Wasserstein GAN did to bound its critic's input gradient; gradient penalties do it better.
 *
 * <p>Parameters inside keep their bits, and those outside become the limit exactly.
 *
 * @param limit above 0; 0.01 in the paper
 * @param inner the optimizer
 * @paper Arjovsky et al. 2017, "Wasserstein GAN", arXiv:1701.07875, Algorithm 1
 */
public record ClipWeights(double limit, Optimizer inner) implements Wrapper {
  /**
   * Checks the limit.
   *
   * @param limit above 0; 0.01 in the paper
   * @param inner the optimizer
   */
  public ClipWeights {
    Expect.nonNull("clip weights", "an optimizer", inner);
    Expect.that(limit > 0, "clip weights", "a limit > 0", limit);
  }

  @Override
  public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
    return new Bound(limit, parameters, backend);
  }

  private record Bound(double limit, List<Parameter> parameters, Backend backend)
      implements Wrapper.Bound {
    @Override
    public void project(long number) {
      parameters.forEach(p -> backend.assign(p.state(), clipped(p.value())));
    }

    /** x(1 − o) + limit · sign(x) · o, where o is 1 outside and 0 inside. */
    private Tensor clipped(Tensor x) {
      Tensor excess = backend.affine(backend.unary(UnaryOp.ABS, x), 1, -limit);
      Tensor outside = backend.unary(UnaryOp.SIGN, backend.activation(Activation.RELU, excess));
      Tensor kept = backend.binary(BinaryOp.MULTIPLY, x, backend.affine(outside, -1, 1));
      Tensor ends = backend.affine(backend.unary(UnaryOp.SIGN, x), limit, 0);
      return backend.binary(BinaryOp.ADD, kept, backend.binary(BinaryOp.MULTIPLY, ends, outside));
    }
  }
}
