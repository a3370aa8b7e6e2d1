package org.gan4j.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.io.safetensors.TensorData;
import org.gan4j.nn.export.Graph;
import org.gan4j.nn.export.GraphTensor;

/**
 * A network's tensors as a safetensors file with the names, shapes and order of a PyTorch
 * state_dict. The metadata's {@code pytorch} is the expression that makes its modules.
 *
 * @param graph the network
 * @param dtype the element type of the file
 * @param metadata more strings by key
 */
public record TorchFile(Graph graph, DType dtype, Map<String, String> metadata) {
  /** The key of the modules in the metadata. */
  public static final String MODULES = "pytorch";

  /**
   * Copies the metadata and checks that modules in sequence compute the network.
   *
   * @param graph the network
   * @param dtype the element type of the file
   * @param metadata more strings by key
   * @throws IllegalArgumentException if numbers have to be reordered between two modules
   */
  public TorchFile {
    metadata = Map.copyOf(metadata);
    if (!graph.sequential()) {
      throw Expect.failure(
          "export",
          "maps made of what one dense layer computes, whose weights can be put in PyTorch's order",
          "a reshape of numbers in a fixed order",
          "export to .onnx");
    }
  }

  /**
   * Writes the file. An existing file is replaced only once the new one is complete.
   *
   * @param target the file; its folder exists
   * @throws IOException if it cannot be written
   */
  public void write(Path target) throws IOException {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    for (GraphTensor tensor : graph.tensors()) {
      if (tensor.role() == GraphTensor.Role.STATE) {
        tensors.put(tensor.name(), data(tensor));
      }
    }
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put(MODULES, graph.modules());
    new SafetensorsFile(tensors, all).write(target);
  }

  private TensorData data(GraphTensor tensor) {
    double[] values = tensor.values();
    return switch (dtype) {
      case FLOAT64 -> TensorData.of(tensor.shape(), values);
      case FLOAT32 -> TensorData.of(tensor.shape(), floats(values));
    };
  }

  private static float[] floats(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
