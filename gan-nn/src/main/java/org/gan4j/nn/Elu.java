package org.gan4j.nn;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;

/**
 * The exponential linear unit: x above 0, α(eˣ − 1) below.
 *
 * <p>Never overflows. Just below 0, eˣ − 1 cancels, so the result is accurate there to the absolute
 * precision of the element type but not to its relative precision.
 *
 * @shape [n, …] to the same
 * @param alpha the negated limit at −∞, above 0; 1 makes the derivative continuous
 * @paper Clevert et al. 2016, arXiv:1511.07289
 */
public record Elu(double alpha) implements LayerSpec {
  /**
   * Checks the range.
   *
   * @param alpha the negated limit at −∞, above 0; 1 makes the derivative continuous
   */
  public Elu {
    Expect.positive("elu", "a finite alpha", alpha);
  }

  /** Returns the unit with the usual α = 1. */
  public Elu() {
    this(1);
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Stateless(
        this::elu,
        (x, to) ->
            to.elementwise("nn.ELU(" + alpha + ")", "Elu", x, Attribute.real("alpha", alpha)));
  }

  private Var elu(Var x) {
    Var below = x.negate().relu().negate(); // min(x, 0)
    return x.relu().add(below.exp().subtract(1).multiply(alpha));
  }
}
