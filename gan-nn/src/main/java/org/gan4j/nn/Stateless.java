package org.gan4j.nn;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Exportable;
import org.gan4j.nn.export.Wire;

/** A layer without parameters or draws: one function of the batch, sample by sample. */
record Stateless(UnaryOperator<Var> function, Exportable exported) implements Layer {
  @Override
  public Var forward(Var x, Pass pass) {
    return function.apply(x);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Wire export(Wire x, Export to) {
    return exported.export(x, to);
  }
}
