package org.gan4j.nn.export;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * The constant numbers of a graph: parameters, running statistics, or constants of an operator.
 * Immutable.
 */
public final class GraphTensor {
  /** What the numbers of a tensor are. */
  public enum Role {
    /** Trained numbers or running statistics of a module. */
    STATE,
    /** Real constants that the graph needs and PyTorch does not. */
    CONSTANT,
    /** Indices and extents, 64-bit whole numbers. */
    INDICES
  }

  private final String name;
  private final Role role;
  private final Shape shape;
  private final double[] values;

  /**
   * Copies the numbers.
   *
   * @param name its name in the graph; of a state, the name in PyTorch's state_dict
   * @param role what it is
   * @param shape its extents
   * @param values its numbers, row-major; whole ones if the role is {@link Role#INDICES}
   * @throws IllegalArgumentException if their number does not fit the shape
   */
  public GraphTensor(String name, Role role, Shape shape, double... values) {
    Expect.that(
        shape.size() == values.length,
        "GraphTensor " + name,
        shape.size() + " values for shape " + shape,
        values.length);
    this.name = name;
    this.role = role;
    this.shape = shape;
    this.values = values.clone();
  }

  /** {@return its name in the graph; of a state, the name in PyTorch's state_dict} */
  public String name() {
    return name;
  }

  /** {@return what it is} */
  public Role role() {
    return role;
  }

  /** {@return its extents} */
  public Shape shape() {
    return shape;
  }

  /** {@return a copy of its numbers, row-major} */
  public double[] values() {
    return values.clone();
  }

  /** {@return name and shape} */
  @Override
  public String toString() {
    return name + shape;
  }
}
