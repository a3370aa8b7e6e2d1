package org.gan4j.nn.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.State;

/**
 * A place in the tree of PyTorch modules that a network is exported as, and the graph that the
 * network's operators go to. A layer takes one numbered module of its place for each module that
 * PyTorch would need, gives it the tensors, and adds the operators.
 */
public final class Export {
  private final GraphBuilder graph;
  private final String path;
  private final String constructor;
  private final Map<Parameter, double[]> replaced;
  private final List<Export> children;

  private Export(
      GraphBuilder graph,
      String path,
      String constructor,
      Map<Parameter, double[]> replaced,
      List<Export> children) {
    this.graph = graph;
    this.path = path;
    this.constructor = constructor;
    this.replaced = replaced;
    this.children = children;
  }

  /**
   * Exports a network.
   *
   * @param network the network, usually a layer's {@code export}
   * @param latent the number of latent coordinates
   * @param sample the shape of a sample: [features], or [height, width, channels] also for a
   *     network whose outputs are images as vectors
   * @return its graph
   * @throws IllegalArgumentException if a layer cannot be exported
   */
  public static Graph graph(Exportable network, int latent, Shape sample) {
    Export root = new Export(new GraphBuilder(), "", "nn.Sequential", Map.of(), new ArrayList<>());
    Wire input = new Wire("latent", Shape.of(latent), Order.plain(latent));
    Wire output = network.export(input, root);
    Wire last = sample.rank() == 3 ? root.maps(output, sample) : root.plain(output);
    return root.graph.finished(input, last, root.modules());
  }

  /**
   * Takes the next module of a sequence.
   *
   * @param code the Python expression that makes it, such as {@code nn.Linear(2, 128)}, or only its
   *     class if it takes the modules below it, such as {@code nn.Sequential}
   * @return the module's place
   */
  public Export module(String code) {
    return child(Integer.toString(children.size()), code);
  }

  /**
   * Takes a named module below this one.
   *
   * @param name its name, unique in this module
   * @param code the Python expression that makes it, or its class, as in {@link #module}
   * @return the module's place
   */
  public Export child(String name, String code) {
    Export child = new Export(graph, path + name + ".", code, replaced, new ArrayList<>());
    children.add(child);
    return child;
  }

  /**
   * Returns this place with other numbers for some parameters; earlier replacements remain.
   *
   * @param values the numbers, row-major
   * @return the same place
   */
  public Export replacing(Map<Parameter, double[]> values) {
    Map<Parameter, double[]> all = new HashMap<>(replaced);
    all.putAll(values);
    return new Export(graph, path, constructor, Map.copyOf(all), children);
  }

  /** The Python expression that makes this module. */
  private String modules() {
    if (constructor.contains("(")) {
      return constructor;
    }
    return children.stream()
        .map(child -> child.modules().indent(4).stripTrailing())
        .collect(Collectors.joining(",\n", constructor + "(\n", ")"))
        .replace("(\n)", "()");
  }

  /**
   * Stores a parameter of this module.
   *
   * @param name its name in the module, such as {@code weight}
   * @param parameter the parameter
   * @param axes the orders of its axes, the leading ones; axes without order stay as they are
   * @return its name in the graph
   */
  public String tensor(String name, Parameter parameter, Order... axes) {
    return store(name, parameter.shape(), numbers(parameter), axes);
  }

  /**
   * Stores numbers of this module that passes change, such as running statistics.
   *
   * @param name their name in the module
   * @param state the numbers
   * @param axes as for a parameter
   * @return their name in the graph
   */
  public String tensor(String name, State state, Order... axes) {
    return store(name, state.shape(), state.read().toDoubles(), axes);
  }

  /**
   * Stores the weight of a convolution.
   *
   * @shape [rows, kernel·kernel·columns] to [rows, columns, kernel, kernel]
   * @param name its name in the module
   * @param weight the parameter
   * @param kernel the kernel's height and width
   * @return its name in the graph
   */
  public String kernel(String name, Parameter weight, int kernel) {
    int rows = weight.shape().dim(0);
    int columns = weight.shape().dim(1) / (kernel * kernel);
    int[] positions = Order.channelsFirst(kernel, kernel, columns).positions();
    double[] from = numbers(weight);
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      int start = i - i % positions.length;
      to[i] = from[start + positions[i % positions.length]];
    }
    return store(name, Shape.of(rows, columns, kernel, kernel), to);
  }

  private String store(String name, Shape shape, double[] values, Order... axes) {
    return graph.store(
        new GraphTensor(path + name, GraphTensor.Role.STATE, shape, values), List.of(axes));
  }

  /**
   * Returns the numbers that a parameter is exported with.
   *
   * @param parameter the parameter
   * @return its own numbers or those that replace them, row-major
   */
  public double[] numbers(Parameter parameter) {
    double[] replacement = replaced.get(parameter);
    return replacement != null ? replacement.clone() : parameter.value().toDoubles();
  }

  /**
   * Stores a constant of one number, which has no name in PyTorch.
   *
   * @param shape its extents
   * @param value every element
   * @return its name in the graph
   */
  public String filled(Shape shape, double value) {
    double[] values = new double[shape.length()];
    Arrays.fill(values, value);
    return graph.constant(GraphTensor.Role.CONSTANT, shape, values);
  }

  /**
   * Stores a vector of real constants, which has no name in PyTorch.
   *
   * @param values the numbers
   * @return its name in the graph
   */
  public String reals(double... values) {
    return graph.constant(GraphTensor.Role.CONSTANT, Shape.of(values.length), values);
  }

  /**
   * Stores 64-bit whole numbers, such as extents.
   *
   * @param values the numbers
   * @return their name in the graph
   */
  public String indices(long... values) {
    double[] wide = Arrays.stream(values).asDoubleStream().toArray();
    return graph.constant(GraphTensor.Role.INDICES, Shape.of(values.length), wide);
  }

  /**
   * Adds the choice of each sample's row by its label, and with it the labels as an input.
   *
   * @param rows the name of a row for each class, [classes, features]
   * @return the name of the rows of the samples, [n, features]
   */
  public String perSample(String rows) {
    return apply("Gather", List.of(rows, graph.label()), Attribute.whole("axis", 0));
  }

  /**
   * Adds an operator that changes neither shape nor order.
   *
   * @param operator its name in ONNX
   * @param x the first input
   * @param tensors the names of the others
   * @param attributes its settings
   * @return the output
   */
  public Wire apply(String operator, Wire x, List<String> tensors, Attribute... attributes) {
    return apply(operator, x, x.shape(), x.order(), tensors, attributes);
  }

  /**
   * Adds an operator.
   *
   * @param operator its name in ONNX
   * @param x the first input
   * @param shape a sample of the output as recipes see it
   * @param order the order of the output's features, {@link Order#plain} for maps
   * @param tensors the names of the other inputs
   * @param attributes its settings
   * @return the output
   */
  public Wire apply(
      String operator,
      Wire x,
      Shape shape,
      Order order,
      List<String> tensors,
      Attribute... attributes) {
    List<String> inputs = Stream.concat(Stream.of(x.name()), tensors.stream()).toList();
    return new Wire(graph.add(operator, inputs, List.of(attributes)), shape, order);
  }

  /**
   * Adds an operator on tensors alone.
   *
   * @param operator its name in ONNX
   * @param inputs the names of its inputs
   * @param attributes its settings
   * @return the name of its output
   */
  public String apply(String operator, List<String> inputs, Attribute... attributes) {
    return graph.add(operator, inputs, List.of(attributes));
  }

  /**
   * Adds activation(x · Wᵀ + b) with W [units, in].
   *
   * @param x vectors
   * @param weight the name of W
   * @param bias the name of b
   * @param out the order of W's rows
   * @param units the number of outputs
   * @return vectors
   */
  public Wire dense(Wire x, String weight, String bias, Order out, int units) {
    return apply(
        "Gemm", x, Shape.of(units), out, List.of(weight, bias), Attribute.whole("transB", 1));
  }

  /**
   * Adds an activation as the next module, or nothing if it is the identity.
   *
   * @param x the input
   * @param activation the function
   * @return the output
   */
  public Wire activate(Wire x, Activation activation) {
    return switch (activation.kind()) {
      case IDENTITY -> x;
      case RELU -> elementwise("nn.ReLU()", "Relu", x);
      case LEAKY_RELU ->
          elementwise(
              "nn.LeakyReLU(" + activation.slope() + ")",
              "LeakyRelu",
              x,
              Attribute.real("alpha", activation.slope()));
      case TANH -> elementwise("nn.Tanh()", "Tanh", x);
      case SIGMOID -> elementwise("nn.Sigmoid()", "Sigmoid", x);
      case SOFTPLUS -> elementwise("nn.Softplus()", "Softplus", x);
    };
  }

  /**
   * Adds a function of each element as the next module.
   *
   * @param code the Python expression that makes the module
   * @param operator its name in ONNX
   * @param x the input
   * @param attributes its settings
   * @return the output
   */
  public Wire elementwise(String code, String operator, Wire x, Attribute... attributes) {
    module(code);
    return apply(operator, x, List.of(), attributes);
  }

  /**
   * Adds the sum of two batches of one shape.
   *
   * @param a one
   * @param b the other
   * @return a + b
   */
  public Wire add(Wire a, Wire b) {
    return apply("Add", a, List.of(ordered(b, a.order()).name()));
  }

  /**
   * Adds x ⊙ w + b with a scale and a shift for each feature of each sample.
   *
   * @param x the input
   * @param weight the name of w, [n, features]
   * @param bias the name of b, as w
   * @return the output
   */
  public Wire scaled(Wire x, String weight, String bias) {
    Wire product = apply("Mul", x, List.of(everywhere(weight, x)));
    return apply("Add", product, List.of(everywhere(bias, x)));
  }

  /** Rows of features as they meet vectors, or as they meet each element of maps. */
  private String everywhere(String rows, Wire x) {
    return x.isMaps() ? apply("Unsqueeze", List.of(rows, indices(2, 3))) : rows;
  }

  /**
   * Makes maps vectors; vectors stay as they are.
   *
   * @param x the input
   * @return vectors, whose order is that of the maps
   */
  public Wire flattened(Wire x) {
    if (!x.isMaps()) {
      return x;
    }
    Shape maps = x.shape();
    Order order = Order.channelsFirst(maps.dim(0), maps.dim(1), maps.dim(2));
    return apply("Flatten", x, Shape.of(maps.length()), order, List.of());
  }

  /**
   * Makes vectors or other maps feature maps.
   *
   * @param x the input
   * @param maps [height, width, channels], as many numbers as the input has
   * @return the maps
   */
  public Wire maps(Wire x, Shape maps) {
    if (x.shape().equals(maps)) {
      return x;
    }
    int height = maps.dim(0);
    int width = maps.dim(1);
    int channels = maps.dim(2);
    Wire vectors = ordered(flattened(x), Order.channelsFirst(height, width, channels));
    String shape = indices(0, channels, height, width);
    return apply("Reshape", vectors, maps, Order.plain(channels), List.of(shape));
  }

  /**
   * Gives vectors the order of GAN4J.
   *
   * @param x the input
   * @return the same vectors; maps stay as they are
   */
  public Wire plain(Wire x) {
    return x.isMaps() ? x : ordered(x, Order.plain(x.shape().length()));
  }

  /** Joins the orders, or moves the features of a batch where both are fixed. */
  private Wire ordered(Wire x, Order order) {
    if (x.order().join(order)) {
      return x;
    }
    graph.reordered();
    int[] from = x.order().positions();
    long[] place = new long[from.length];
    for (int i = 0; i < from.length; i++) {
      place[from[i]] = i;
    }
    long[] moves = Arrays.stream(order.positions()).mapToLong(i -> place[i]).toArray();
    return apply(
        "Gather", x, x.shape(), order, List.of(indices(moves)), Attribute.whole("axis", 1));
  }

  /**
   * Adds the features of a second batch behind those of the first.
   *
   * @param x vectors or maps
   * @param row the name of a vector for each sample, [n, width]
   * @param width how many features it has
   * @return the batch with more features, or with more channels that are the same everywhere
   */
  public Wire joined(Wire x, String row, int width) {
    String other = everywhere(row, x);
    Order order = x.order().followedBy(width);
    if (x.isMaps()) {
      Shape shape = Shape.of(1, 1, x.shape().dim(0), x.shape().dim(1));
      other = apply("Mul", List.of(other, filled(shape, 1)));
    }
    Shape shape = x.shape().withColumns(order.size());
    return apply("Concat", x, shape, order, List.of(other), Attribute.whole("axis", 1));
  }
}
