package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * The sigmoid linear unit x · σ(x), also called swish. It is not an {@code Activation}: it is not
 * monotone, so its derivative is not a function of its output.
 *
 * @shape [n, …] to the same
 * @paper Elfwing et al. 2018, arXiv:1702.03118
 */
public record Silu() implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Stateless(Silu::silu);
  }

  private static Var silu(Var x) {
    return x.multiply(x.sigmoid());
  }
}
