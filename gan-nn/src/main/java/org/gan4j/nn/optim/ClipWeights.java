package org.gan4j.nn.optim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;

/**
 * Moves every parameter that left [−limit, limit] back to its end after each update of another
 * optimizer: the first bound on a critic's slope, and a crude one.
 *
 * <p>Parameters inside keep their bits, and those outside become the limit exactly.
 *
 * @param limit above 0; the paper takes 0.01
 * @param inner the optimizer
 * @paper Arjovsky et al. 2017, "Wasserstein GAN", arXiv:1701.07875, Algorithm 1
 */
public record ClipWeights(double limit, Optimizer inner) implements Optimizer {
  /**
   * Checks the limit.
   *
   * @param limit above 0; the paper takes 0.01
   * @param inner the optimizer
   */
  public ClipWeights {
    Objects.requireNonNull(inner, "clip weights: expected an optimizer, got null");
    if (!(limit > 0)) {
      throw new IllegalArgumentException("clip weights: expected a limit > 0, got " + limit);
    }
  }

  @Override
  public Updater bind(List<Parameter> parameters, Backend backend) {
    return new Bound(limit, List.copyOf(parameters), backend, inner.bind(parameters, backend));
  }

  private record Bound(double limit, List<Parameter> parameters, Backend backend, Updater inner)
      implements Updater {
    @Override
    public void update(Gradients gradients) {
      inner.update(gradients);
      clip();
    }

    @Override
    public boolean extrapolates() {
      return inner.extrapolates();
    }

    @Override
    public void extrapolate(Gradients gradients) {
      inner.extrapolate(gradients);
      clip();
    }

    private void clip() {
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

    @Override
    public long updates() {
      return inner.updates();
    }

    @Override
    public void resumeAt(long updates) {
      inner.resumeAt(updates);
    }

    @Override
    public Map<String, State> states() {
      return inner.states();
    }

    @Override
    public Map<Parameter, State> averages() {
      return inner.averages();
    }
  }
}
