package org.gan4j.core.autograd;

import java.util.Map;
import java.util.function.Predicate;
import org.gan4j.core.Expect;
import org.gan4j.core.Tensor;

/** The gradients of one scalar with respect to variables of a tape. */
public final class Gradients {
  private final Tape tape;
  private final Map<Parameter, Var> parameters;
  private final Predicate<Parameter> requested;
  private final Var[] adjoints;
  private final boolean[] dependent;
  private final double factor;

  /**
   * Takes each variable's adjoint, whether it is a requested variable or computed from one, and
   * which parameters were requested.
   */
  Gradients(
      Tape tape,
      Map<Parameter, Var> parameters,
      Predicate<Parameter> requested,
      Var[] adjoints,
      boolean[] dependent) {
    this(tape, parameters, requested, adjoints, dependent, 1);
  }

  private Gradients(
      Tape tape,
      Map<Parameter, Var> parameters,
      Predicate<Parameter> requested,
      Var[] adjoints,
      boolean[] dependent,
      double factor) {
    this.tape = tape;
    this.parameters = parameters;
    this.requested = requested;
    this.adjoints = adjoints;
    this.dependent = dependent;
    this.factor = factor;
  }

  /**
   * Returns the gradient with respect to a requested variable.
   *
   * @param x the variable
   * @return a variable of the same shape; zero if the result does not depend on x
   * @throws IllegalArgumentException if x belongs to another tape, is a constant, or is neither a
   *     requested variable nor computed from one
   */
  public Var of(Var x) {
    tape.checkOwn(x);
    if (!x.differentiable()) {
      throw Expect.failure(
          "gradient",
          "a variable that was watched or computed from one",
          "a constant " + x.shape());
    }
    if (x.id() >= dependent.length || !dependent[x.id()]) {
      throw Expect.failure(
          "gradient",
          "a variable whose gradient was requested",
          "another " + x.shape(),
          "name it in gradient(y, xs)");
    }
    Var adjoint = adjoints[x.id()];
    if (adjoint == null) {
      return tape.zeros(x.shape(), x.dtype());
    }
    return factor == 1 ? adjoint : adjoint.multiply(factor);
  }

  /**
   * Returns the gradients of a multiple of the scalar.
   *
   * @param multiple what it is multiplied by
   * @return these gradients times that
   */
  public Gradients scaled(double multiple) {
    return new Gradients(tape, parameters, requested, adjoints, dependent, factor * multiple);
  }

  /**
   * Returns the gradient with respect to a parameter.
   *
   * @param parameter the parameter
   * @return a tensor of the same shape; zero if the result does not depend on it
   * @throws IllegalArgumentException if its gradient was not requested
   */
  public Tensor of(Parameter parameter) {
    if (!requested.test(parameter)) {
      throw Expect.failure(
          "gradient",
          "a parameter whose gradient was requested",
          parameter,
          "name it in backward(loss, parameters)");
    }
    Var use = parameters.get(parameter);
    boolean later = use == null || use.id() >= dependent.length;
    return later ? tape.zeros(parameter.shape(), parameter.dtype()).value() : of(use).value();
  }
}
