package org.gan4j.nn.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.Shape;

/** The operators and tensors of a graph that is being written. */
final class GraphBuilder {
  private static final String LABEL = "label";

  private final List<GraphNode> nodes = new ArrayList<>();
  private final List<Stored> tensors = new ArrayList<>();
  private boolean labelled;
  private boolean sequential = true;

  /** A tensor whose axes may have orders that are still open. */
  private record Stored(GraphTensor tensor, List<Order> axes) {
    GraphTensor ordered() {
      double[] values = tensor.values();
      int[] dims = tensor.shape().dims();
      int inner = values.length;
      for (int axis = 0; axis < axes.size(); axis++) {
        inner /= dims[axis];
        values = permuted(values, inner, axes.get(axis).positions());
      }
      return new GraphTensor(tensor.name(), tensor.role(), tensor.shape(), values);
    }

    /** Reorders one axis, whose elements are {@code inner} numbers each. */
    private static double[] permuted(double[] values, int inner, int[] positions) {
      double[] result = new double[values.length];
      int block = inner * positions.length;
      for (int start = 0; start < values.length; start += block) {
        for (int i = 0; i < positions.length; i++) {
          System.arraycopy(values, start + positions[i] * inner, result, start + i * inner, inner);
        }
      }
      return result;
    }
  }

  String add(String operator, List<String> inputs, List<Attribute> attributes) {
    String output = operator.toLowerCase(Locale.ROOT) + "_" + nodes.size();
    add(output, operator, inputs, attributes);
    return output;
  }

  private void add(
      String output, String operator, List<String> inputs, List<Attribute> attributes) {
    nodes.add(new GraphNode(operator, inputs, output, attributes));
  }

  String store(GraphTensor tensor, List<Order> axes) {
    tensors.add(new Stored(tensor, List.copyOf(axes)));
    return tensor.name();
  }

  /** Stores a tensor that has no name in PyTorch. */
  String constant(GraphTensor.Role role, Shape shape, double... values) {
    return store(new GraphTensor("constant_" + tensors.size(), role, shape, values), List.of());
  }

  String label() {
    labelled = true;
    return LABEL;
  }

  void reordered() {
    sequential = false;
  }

  /** Ends the graph with an output of its own name. */
  Graph finished(Wire input, Wire last, String modules) {
    Wire output = new Wire("samples", last.shape(), last.order());
    add(output.name(), "Identity", List.of(last.name()), List.of());
    return new Graph(
        nodes,
        tensors.stream().map(Stored::ordered).toList(),
        input,
        labelled ? Optional.of(LABEL) : Optional.empty(),
        output,
        modules,
        sequential);
  }
}
