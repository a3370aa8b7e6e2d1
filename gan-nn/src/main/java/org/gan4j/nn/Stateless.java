package org.gan4j.nn;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;

/** A layer without parameters or draws: one function of the batch, sample by sample. */
record Stateless(UnaryOperator<Var> function) implements Layer {
  @Override
  public Var forward(Var x, Pass pass) {
    return function.apply(x);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
