package org.gan4j.core.autograd;

import java.util.Map;
import org.gan4j.core.Tensor;

/** The gradients of one scalar with respect to variables of a tape. */
public final class Gradients {
  private final Tape tape;
  private final Map<Parameter, Var> parameters;
  private final Var[] adjoints;

  Gradients(Tape tape, Map<Parameter, Var> parameters, Var[] adjoints) {
    this.tape = tape;
    this.parameters = parameters;
    this.adjoints = adjoints;
  }

  /**
   * Returns the gradient with respect to a variable that was asked for.
   *
   * @param x the variable
   * @return a variable of the same shape; zero if the result does not depend on x
   * @throws IllegalArgumentException if x belongs to another tape, or is a constant
   */
  public Var of(Var x) {
    tape.checkOwn(x);
    if (!x.differentiable()) {
      throw new IllegalArgumentException(
          "gradient: expected a variable that was watched or computed from one, got a constant "
              + x.shape());
    }
    Var adjoint = x.id() < adjoints.length ? adjoints[x.id()] : null;
    return adjoint == null ? tape.zeros(x.shape(), x.dtype()) : adjoint;
  }

  /**
   * Returns the gradient with respect to a parameter.
   *
   * @param parameter the parameter
   * @return a tensor of the same shape; zero if the result does not depend on it
   */
  public Tensor of(Parameter parameter) {
    Var use = parameters.get(parameter);
    return use == null ? tape.zeros(parameter.shape(), parameter.dtype()).value() : of(use).value();
  }
}
