package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/**
 * Batch norm of (x [n, c], weight [c], bias [c]) by the moments of x's columns, fused.
 *
 * @param epsilon added to the variance
 * @param moments those of x if they are known, else empty
 */
record BatchNormForward(double epsilon, List<Tensor> moments) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    List<Tensor> known = moments.isEmpty() ? backend.columnMoments(x) : moments;
    return List.of(backend.batchNorm(x, known, epsilon, inputs.get(1), inputs.get(2)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    return x.tape()
        .apply(new BatchNormBackward(epsilon, moments), x, node.input(1), upstream.get(0));
  }
}
