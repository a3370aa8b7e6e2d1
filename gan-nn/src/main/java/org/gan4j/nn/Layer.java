package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;

/** A function with parameters. */
public interface Layer {
  /**
   * Applies the layer.
   *
   * @param x a batch, {@code [n, …input]}
   * @param pass how: on which tape, in which mode, with which randomness
   * @return a batch, {@code [n, …output]}
   */
  Var forward(Var x, Pass pass);

  /** {@return the parameters, in a fixed order} */
  List<Parameter> parameters();
}
