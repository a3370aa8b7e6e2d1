package org.gan4j.theory.rows.trained;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * G(z) = location + scale · z, so that q = N(location, scale²).
 *
 * @param location the initial location
 * @param scale the initial scale, not 0
 */
record AffineGenerator(double location, double scale) implements ExplicitGenerator {
  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Built(
        new Parameter(backend, init.stream("scale").name(), Shape.of(1, 1), backend.dtype(), scale),
        new Parameter(
            backend, init.stream("location").name(), Shape.of(1), backend.dtype(), location));
  }

  @Override
  public Density density(Layer built) {
    double[] values = locationAndScale(built);
    return Densities.normal(values[0], values[1]);
  }

  /** {@return the current mean and standard deviation of G(z)} */
  static double[] locationAndScale(Layer built) {
    double scale = built.parameters().get(0).value().item();
    return new double[] {built.parameters().get(1).value().item(), Math.abs(scale)};
  }

  private record Built(Parameter scale, Parameter location) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return x.dense(pass.use(scale), pass.use(location), Activation.IDENTITY);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(scale, location);
    }
  }
}
