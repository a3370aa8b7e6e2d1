package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.UnaryOp;

/** An elementwise function without parameters. */
record Unary(UnaryOp op) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.unary(op, inputs.get(0)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var x = node.input(0);
    Var y = node.output(0);
    Var g = upstream.get(0);
    return List.of(
        switch (op) {
          case NEGATE -> g.negate();
          case EXP -> g.multiply(y);
          case LOG -> g.divide(x);
          case SQRT -> g.multiply(0.5).divide(y);
          case SQUARE -> g.multiply(x).multiply(2);
          case ABS -> g.multiply(x.sign());
          case SIGN -> g.tape().zeros(x.shape(), x.dtype());
          case RECIPROCAL -> g.multiply(y.square()).negate();
          case FINITE_OR_ZERO -> g;
        });
  }
}
