package org.gan4j.nn.export;

import java.util.List;

/**
 * One operator of a graph.
 *
 * @param operator an operator of ONNX's standard set, version {@link Graph#OPERATORS}
 * @param inputs the names of its inputs; an empty name stands for an optional input left out
 * @param output the name of its output
 * @param attributes its settings
 */
public record GraphNode(
    String operator, List<String> inputs, String output, List<Attribute> attributes) {
  /**
   * Copies the lists.
   *
   * @param operator an operator of ONNX's standard set, version {@link Graph#OPERATORS}
   * @param inputs the names of its inputs; an empty name stands for an optional input left out
   * @param output the name of its output
   * @param attributes its settings
   */
  public GraphNode {
    inputs = List.copyOf(inputs);
    attributes = List.copyOf(attributes);
  }
}
