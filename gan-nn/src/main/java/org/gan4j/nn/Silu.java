package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * The sigmoid-weighted linear unit x · σ(x), also called swish. It is no {@code Activation}, since
 * it takes most values twice, so that its derivative is no function of its output.
 *
 * @paper Elfwing et al. 2018, arXiv:1702.03118
 */
public record Silu() implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Pointwise(Silu::silu);
  }

  private static Var silu(Var x) {
    return x.multiply(x.sigmoid());
  }
}
