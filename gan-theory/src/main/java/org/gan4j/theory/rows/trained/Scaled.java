package org.gan4j.theory.rows.trained;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;

/**
 * Multiplies by a fixed factor, to bring samples to the scale that the next layer is initialised
 * for.
 *
 * @param factor the factor
 */
record Scaled(double factor) implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Built(factor);
  }

  private record Built(double factor) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return x.multiply(factor);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }
}
