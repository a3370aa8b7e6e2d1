package org.gan4j.nn.export;

import java.util.List;
import java.util.Optional;

/**
 * A network in evaluation mode, as operators of ONNX. Each operator comes after those whose output
 * it uses.
 *
 * @param nodes the operators
 * @param tensors the constant numbers
 * @param input the latent samples, [n, latent]
 * @param label the name of the labels, [n], 64-bit whole numbers; empty without labels
 * @param output the samples, [n, features] or [n, channels, height, width]
 * @param modules the network in PyTorch's terms: an expression that makes the modules whose
 *     state_dict has the names of the tensors
 * @param sequential whether these modules compute the network; otherwise some numbers have to be
 *     reordered between them
 */
public record Graph(
    List<GraphNode> nodes,
    List<GraphTensor> tensors,
    Wire input,
    Optional<String> label,
    Wire output,
    String modules,
    boolean sequential) {
  /** The version of ONNX's standard operators that the nodes are of. */
  public static final int OPERATORS = 17;

  /**
   * Copies the lists.
   *
   * @param nodes the operators
   * @param tensors the constant numbers
   * @param input the latent samples
   * @param label the name of the labels; empty without labels
   * @param output the samples
   * @param modules the network in PyTorch's terms
   * @param sequential whether these modules compute the network
   */
  public Graph {
    nodes = List.copyOf(nodes);
    tensors = List.copyOf(tensors);
  }
}
