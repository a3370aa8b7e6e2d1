package org.gan4j.core.autograd;

import static org.gan4j.core.autograd.Var.gradients;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;

/** An elementwise function of two variables of one shape. */
record Binary(BinaryOp op) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    return List.of(backend.binary(op, inputs.get(0), inputs.get(1)));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var a = node.input(0);
    Var b = node.input(1);
    Var g = upstream.get(0);
    return switch (op) {
      case ADD -> gradients(g, g);
      case SUBTRACT -> gradients(g, needed[1] ? g.negate() : null);
      case MULTIPLY ->
          gradients(needed[0] ? g.multiply(b) : null, needed[1] ? g.multiply(a) : null);
      case DIVIDE -> {
        Var overB = g.divide(b);
        yield gradients(overB, needed[1] ? overB.multiply(node.output(0)).negate() : null);
      }
    };
  }
}
