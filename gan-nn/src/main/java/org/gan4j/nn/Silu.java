package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

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
    return new Stateless(Silu::silu, Silu::export);
  }

  private static Wire export(Wire x, Export to) {
    Wire gate = to.elementwise("nn.SiLU()", "Sigmoid", x);
    return to.apply("Mul", x, List.of(gate.name()));
  }

  private static Var silu(Var x) {
    return x.multiply(x.sigmoid());
  }
}
