package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/**
 * A differentiable operation of n inputs and m outputs. Because the vector-Jacobian product is
 * written in tape operations, it can be differentiated again.
 */
public interface Primitive {
  /**
   * Computes the outputs.
   *
   * @param backend where to compute
   * @param inputs the operands
   * @return the outputs
   */
  List<Tensor> forward(Backend backend, List<Tensor> inputs);

  /**
   * Returns the gradient with respect to each input.
   *
   * @param node the application: its inputs and outputs
   * @param upstream the gradient with respect to each output, of the output's shape
   * @param needed for each input, whether its gradient is wanted
   * @return one gradient per input, of the input's shape; null where not needed
   * @throws NotDifferentiableException if there is no derivative of this order
   */
  List<Var> vjp(Node node, List<Var> upstream, boolean[] needed);
}
