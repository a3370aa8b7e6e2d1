package org.gan4j.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.io.WholeFile;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Graph;
import org.gan4j.nn.export.GraphNode;
import org.gan4j.nn.export.GraphTensor;
import org.gan4j.nn.export.Wire;

/**
 * A network as an ONNX model, with numbers of type float: {@code latent} [n, latent] and, where it
 * takes labels, {@code label} [n] of type int64, to {@code samples} [n, features] or [n, channels,
 * height, width], for any n. The field numbers are those of onnx.proto.
 *
 * @param graph the network
 * @param metadata strings by key, for the model's properties
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
public record OnnxFile(Graph graph, Map<String, String> metadata) {
  /** The version of the file format that came with {@link Graph#OPERATORS}. */
  private static final int IR_VERSION = 8;

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** What one protobuf message can hold, less some room for the operators. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - (1L << 24);

  /**
   * Copies the metadata and checks the size.
   *
   * @param graph the network
   * @param metadata strings by key, for the model's properties
   * @throws IllegalArgumentException if the numbers do not fit into one file
   */
  public OnnxFile {
    metadata = Map.copyOf(metadata);
    long bytes = Float.BYTES * graph.tensors().stream().mapToLong(t -> t.shape().size()).sum();
    if (bytes > MAX_BYTES) {
      throw Expect.failure(
          "onnx", "parameters below 2 GiB", bytes + " bytes", "export to .safetensors");
    }
  }

  /**
   * Writes the file. An existing file is replaced only once the new one is complete. Equal content
   * gives equal bytes.
   *
   * @param target the file; its folder exists
   * @throws IOException if it cannot be written
   */
  public void write(Path target) throws IOException {
    byte[] model = model().toBytes();
    WholeFile.write(target, out -> out.write(model));
  }

  private Message model() {
    Message model =
        new Message()
            .whole(1, IR_VERSION)
            .text(2, "GAN4J")
            .message(7, graphMessage())
            .message(8, new Message().text(1, "").whole(2, Graph.OPERATORS));
    new TreeMap<>(metadata)
        .forEach((key, value) -> model.message(14, new Message().text(1, key).text(2, value)));
    return model;
  }

  private Message graphMessage() {
    Message message = new Message();
    graph.nodes().forEach(node -> message.message(1, node(node)));
    message.text(2, "generator");
    graph.tensors().forEach(tensor -> message.message(5, tensor(tensor)));
    message.message(11, values(graph.input()));
    graph.label().ifPresent(label -> message.message(11, value(label, INT64, batch())));
    return message.message(12, values(graph.output()));
  }

  private static Message node(GraphNode node) {
    Message message = new Message();
    node.inputs().forEach(input -> message.text(1, input));
    message.text(2, node.output()).text(3, node.output()).text(4, node.operator());
    node.attributes().forEach(attribute -> message.message(5, attribute(attribute)));
    return message;
  }

  private static Message attribute(Attribute attribute) {
    Message message = new Message().text(1, attribute.name());
    if (attribute instanceof Attribute.Real real) {
      return message.real(2, real.value()).whole(20, 1);
    }
    if (attribute instanceof Attribute.Whole whole) {
      return message.whole(3, whole.value()).whole(20, 2);
    }
    if (attribute instanceof Attribute.Text text) {
      return message.text(4, text.value()).whole(20, 3);
    }
    ((Attribute.Wholes) attribute).values().forEach(value -> message.whole(8, value));
    return message.whole(20, 7);
  }

  private static Message tensor(GraphTensor tensor) {
    boolean whole = tensor.role() == GraphTensor.Role.INDICES;
    double[] values = tensor.values();
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * (whole ? Long.BYTES : Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (whole) {
        raw.putLong((long) value);
      } else {
        raw.putFloat((float) value);
      }
    }
    Message message = new Message();
    for (int extent : tensor.shape().dims()) {
      message.whole(1, extent);
    }
    return message.whole(2, whole ? INT64 : FLOAT).text(8, tensor.name()).bytes(9, raw.array());
  }

  private static Message values(Wire wire) {
    Shape shape = wire.shape();
    Message extents = batch();
    if (wire.isMaps()) {
      extents.message(1, extent(shape.dim(2)));
    }
    for (int axis = 0; axis < Math.min(2, shape.rank()); axis++) {
      extents.message(1, extent(shape.dim(axis)));
    }
    return value(wire.name(), FLOAT, extents);
  }

  private static Message batch() {
    return new Message().message(1, new Message().text(2, "n"));
  }

  private static Message extent(int value) {
    return new Message().whole(1, value);
  }

  private static Message value(String name, int type, Message extents) {
    Message tensor = new Message().whole(1, type).message(2, extents);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }
}
