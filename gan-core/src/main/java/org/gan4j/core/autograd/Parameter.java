package org.gan4j.core.autograd;

import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/** A named array that training changes. */
public final class Parameter {
  private final String name;
  private final State state;

  /**
   * Creates a parameter.
   *
   * @param backend where it lives
   * @param name a path unique in its network, such as {@code 0/weight}
   * @param shape extents
   * @param dtype element type
   * @param initial row-major initial values
   */
  public Parameter(Backend backend, String name, Shape shape, DType dtype, double... initial) {
    this.name = name;
    this.state = backend.state(shape, dtype, initial);
  }

  /** {@return the path of this parameter in its network} */
  public String name() {
    return name;
  }

  /** {@return the extents} */
  public Shape shape() {
    return state.shape();
  }

  /** {@return the element type} */
  public DType dtype() {
    return state.dtype();
  }

  /** {@return the numbers as they are now; the tensor ends with the next update} */
  public Tensor value() {
    return state.read();
  }

  /** {@return the mutable numbers, for updaters} */
  public State state() {
    return state;
  }

  /** {@return name and shape} */
  @Override
  public String toString() {
    return name + shape();
  }
}
