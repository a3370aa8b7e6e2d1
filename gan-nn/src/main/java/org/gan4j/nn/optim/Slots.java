package org.gan4j.nn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/** One state for each parameter, zero at first: a moment, a velocity. */
final class Slots {
  private final String name;
  private final Map<Parameter, State> states = new LinkedHashMap<>();

  /**
   * Creates the states.
   *
   * @param name what follows the parameter's name and a slash in a state's name
   * @param parameters each gets a state of its shape and type
   * @param backend where they live
   */
  Slots(String name, List<Parameter> parameters, Backend backend) {
    this.name = name;
    for (Parameter p : parameters) {
      double[] zeros = new double[p.shape().length()];
      states.put(p, backend.state(p.shape(), p.dtype(), zeros));
    }
  }

  State of(Parameter parameter) {
    return states.get(parameter);
  }

  void forEach(BiConsumer<Parameter, State> action) {
    states.forEach(action);
  }

  /** {@return the states of several slots by name, parameter by parameter} */
  static Map<String, State> named(Slots first, Slots... others) {
    Map<String, State> named = new LinkedHashMap<>();
    for (Parameter parameter : first.states.keySet()) {
      first.name(parameter, named);
      for (Slots other : others) {
        other.name(parameter, named);
      }
    }
    return named;
  }

  private void name(Parameter parameter, Map<String, State> named) {
    named.put(parameter.name() + "/" + name, states.get(parameter));
  }
}
