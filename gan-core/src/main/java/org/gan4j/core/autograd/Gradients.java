package org.gan4j.core.autograd;

import java.util.Map;
import java.util.function.Predicate;
import org.gan4j.core.Expect;
import org.gan4j.core.Tensor;

/** The gradients of one scalar with respect to variables of a tape. */
public final class Gradients {
  private final Tape tape;
  private final Map<Parameter, Var> parameters;
  private final Predicate<Parameter> asked;
  private final Var[] adjoints;
  private final boolean[] leads;
  private final double factor;

  /** Of the variables that lead to a target, the adjoints; and whose parameters were asked for. */
  Gradients(
      Tape tape,
      Map<Parameter, Var> parameters,
      Predicate<Parameter> asked,
      Var[] adjoints,
      boolean[] leads) {
    this(tape, parameters, asked, adjoints, leads, 1);
  }

  private Gradients(
      Tape tape,
      Map<Parameter, Var> parameters,
      Predicate<Parameter> asked,
      Var[] adjoints,
      boolean[] leads,
      double factor) {
    this.tape = tape;
    this.parameters = parameters;
    this.asked = asked;
    this.adjoints = adjoints;
    this.leads = leads;
    this.factor = factor;
  }

  /**
   * Returns the gradient with respect to a variable that was asked for.
   *
   * @param x the variable
   * @return a variable of the same shape; zero if the result does not depend on x
   * @throws IllegalArgumentException if x belongs to another tape, is a constant, or was neither
   *     asked for nor computed from what was
   */
  public Var of(Var x) {
    tape.checkOwn(x);
    if (!x.differentiable()) {
      throw Expect.failure(
          "gradient",
          "a variable that was watched or computed from one",
          "a constant " + x.shape());
    }
    if (x.id() >= leads.length || !leads[x.id()]) {
      throw Expect.failure(
          "gradient",
          "a variable that the gradient was asked for",
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
    return new Gradients(tape, parameters, asked, adjoints, leads, factor * multiple);
  }

  /**
   * Returns the gradient with respect to a parameter.
   *
   * @param parameter the parameter
   * @return a tensor of the same shape; zero if the result does not depend on it
   * @throws IllegalArgumentException if its gradient was not asked for
   */
  public Tensor of(Parameter parameter) {
    if (!asked.test(parameter)) {
      throw Expect.failure(
          "gradient",
          "a parameter that the gradient was asked for",
          parameter,
          "name it in backward(loss, parameters)");
    }
    Var use = parameters.get(parameter);
    boolean later = use == null || use.id() >= leads.length;
    return later ? tape.zeros(parameter.shape(), parameter.dtype()).value() : of(use).value();
  }
}
