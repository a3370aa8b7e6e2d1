package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** op(a) · op(b), where op transposes if its flag is set. */
record MatMul(boolean transposeA, boolean transposeB) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.gemm(inputs.get(0), transposeA, inputs.get(1), transposeB));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var a = node.input(0);
    Var b = node.input(1);
    Var g = upstream.get(0);
    // d op(a) = g · op(b)ᵀ and d op(b) = op(a)ᵀ · g, transposed back where a flag is set.
    Var da =
        !needed[0]
            ? null
            : transposeA ? b.matmul(transposeB, g, true) : g.matmul(false, b, !transposeB);
    Var db =
        !needed[1]
            ? null
            : transposeB ? g.matmul(true, a, transposeA) : a.matmul(!transposeA, g, false);
    return gradients(da, db);
  }
}
