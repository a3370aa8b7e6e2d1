package org.gan4j.nn.optim;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;

/**
 * Clips the norm of the gradient over all of a player's parameters. A gradient whose norm exceeds
 * the limit is multiplied by limit / (norm + 1e-6), as in PyTorch, before another optimizer takes
 * it.
 *
 * @param norm the limit, above 0
 * @param inner the optimizer that takes the clipped gradient
 * @paper Pascanu et al. 2013, arXiv:1211.5063, Algorithm 1
 */
public record ClipNorm(double norm, Optimizer inner) implements Wrapper {
  private static final double EPSILON = 1e-6;

  /**
   * Checks the limit.
   *
   * @param norm the limit, above 0
   * @param inner the optimizer that takes the clipped gradient
   */
  public ClipNorm {
    Expect.nonNull("clip norm", "an optimizer", inner);
    Expect.that(norm > 0, "clip norm", "a norm > 0", norm);
  }

  @Override
  public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
    return new Bound(norm, parameters, backend);
  }

  private record Bound(double limit, List<Parameter> parameters, Backend backend)
      implements Wrapper.Bound {
    @Override
    public Gradients transform(Gradients gradients, long number) {
      double squares = 0;
      for (Parameter parameter : parameters) {
        squares += backend.sumOfSquares(gradients.of(parameter));
      }
      double factor = limit / (Math.sqrt(squares) + EPSILON);
      return factor < 1 ? gradients.scaled(factor) : gradients;
    }
  }
}
