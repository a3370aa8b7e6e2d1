package org.gan4j.core.autograd;

import java.util.List;

/** One application of a primitive on a tape: what went in and what came out. */
public final class Node {
  private final Primitive primitive;
  private final List<Var> inputs;
  private final int index;
  private List<Var> outputs = List.of();

  Node(Primitive primitive, List<Var> inputs, int index) {
    this.primitive = primitive;
    this.inputs = inputs;
    this.index = index;
  }

  void produced(List<Var> vars) {
    this.outputs = vars;
  }

  /** {@return the operation} */
  public Primitive primitive() {
    return primitive;
  }

  /**
   * Returns an input.
   *
   * @param i its position
   * @return the variable
   */
  public Var input(int i) {
    return inputs.get(i);
  }

  /**
   * Returns an output. A derivative that uses it can be differentiated through this node again.
   *
   * @param i its position
   * @return the variable
   */
  public Var output(int i) {
    return outputs.get(i);
  }

  List<Var> inputs() {
    return inputs;
  }

  List<Var> outputs() {
    return outputs;
  }

  int index() {
    return index;
  }
}
