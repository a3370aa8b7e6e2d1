package org.gan4j.theory.rows.dynamics;

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
 * G(z) = θ for every z, so q is a point mass.
 *
 * @param start the initial θ
 */
record PointGenerator(double start) implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(1);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    String name = init.stream("theta").name();
    return new Built(new Parameter(backend, name, Shape.of(1), backend.dtype(), start));
  }

  private record Built(Parameter theta) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return pass.use(theta).repeatRow(x.shape().rows());
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(theta);
    }
  }
}
