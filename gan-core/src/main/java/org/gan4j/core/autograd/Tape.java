package org.gan4j.core.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Scope;

/**
 * An eager record of computation, and the scope of its memory.
 *
 * <p>Operations run at once, so a breakpoint shows values; what depends on a used parameter or a
 * watched tensor is recorded. Closing the tape ends every tensor created on it. Tapes nest last-in
 * first-out.
 */
public final class Tape implements AutoCloseable {
  private final Backend backend;
  private final Scope scope;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Parameter, Var> parameters = new HashMap<>();
  private int nextId;
  private boolean recording = true;

  private Tape(Backend backend) {
    this.backend = backend;
    this.scope = backend.openScope();
  }

  /**
   * Opens a tape on a backend, inside any tape that is open already.
   *
   * @param backend where to compute
   * @return the tape; close it to end its tensors and reuse their memory
   */
  public static Tape on(Backend backend) {
    return new Tape(backend);
  }

  /** {@return the backend that computes} */
  public Backend backend() {
    return backend;
  }

  /**
   * Returns the parameter as a variable to differentiate with respect to; every call returns the
   * same one.
   *
   * @param parameter the parameter
   * @return its variable on this tape
   */
  public Var use(Parameter parameter) {
    Var use = parameters.get(parameter);
    if (use == null) {
      use = watch(parameter.value());
      parameters.put(parameter, use);
    }
    return use;
  }

  /**
   * Makes a tensor a variable to differentiate with respect to.
   *
   * @param tensor the tensor
   * @return a leaf
   */
  public Var watch(Tensor tensor) {
    scope.check();
    Node leaf = new Node(null, List.of(), nodes.size());
    nodes.add(leaf);
    Var var = new Var(this, tensor, leaf, nextId++);
    leaf.produced(List.of(var));
    return var;
  }

  /**
   * Makes a tensor a constant, through which no gradient flows.
   *
   * @param tensor the tensor
   * @return a constant
   */
  public Var constant(Tensor tensor) {
    scope.check();
    return new Var(this, tensor, null, -1);
  }

  /**
   * Returns zeros.
   *
   * @param shape extents
   * @param dtype element type
   * @return a constant
   */
  public Var zeros(Shape shape, DType dtype) {
    return constant(backend.full(shape, dtype, 0));
  }

  /**
   * Applies a primitive.
   *
   * @param primitive the operation
   * @param inputs its operands, all of this tape
   * @return its outputs, recorded if an input is differentiable
   */
  public List<Var> apply(Primitive primitive, Var... inputs) {
    scope.check();
    List<Tensor> values = new ArrayList<>(inputs.length);
    boolean record = false;
    for (Var input : inputs) {
      checkOwn(input);
      values.add(input.value());
      record |= input.differentiable();
    }
    List<Tensor> results = primitive.forward(backend, values);
    if (!recording || !record) {
      return results.stream().map(this::constant).toList();
    }
    Node node = new Node(primitive, List.of(inputs), nodes.size());
    nodes.add(node);
    List<Var> outputs = new ArrayList<>(results.size());
    for (Tensor result : results) {
      outputs.add(new Var(this, result, node, nextId++));
    }
    node.produced(outputs);
    return outputs;
  }

  /**
   * Differentiates and records the computation, so that the gradients can be differentiated again.
   *
   * @param y a scalar
   * @param xs variables of this tape
   * @return the gradients with respect to {@code xs}
   */
  public Gradients gradient(Var y, List<Var> xs) {
    return sweep(y, dependingOn(xs), any -> true);
  }

  /**
   * Differentiates with respect to every used parameter, without recording: the end of a training
   * step whose tape uses one network.
   *
   * @param loss a scalar
   * @return the parameters' gradients
   */
  public Gradients backward(Var loss) {
    return unrecorded(loss, parameters.values(), any -> true);
  }

  /**
   * Differentiates with respect to some parameters, without recording: the end of one player's step
   * whose tape uses both networks. Nothing is computed for the other parameters, and reading their
   * gradients is an error.
   *
   * @param loss a scalar
   * @param wanted parameters, used on this tape or not
   * @return the gradients of these parameters, zero for one that the loss does not depend on
   */
  public Gradients backward(Var loss, Collection<Parameter> wanted) {
    Set<Parameter> requested = Set.copyOf(wanted);
    List<Var> uses = requested.stream().map(parameters::get).filter(Objects::nonNull).toList();
    return unrecorded(loss, uses, requested::contains);
  }

  private Gradients unrecorded(Var loss, Collection<Var> uses, Predicate<Parameter> requested) {
    boolean[] dependent = dependingOn(uses);
    recording = false;
    try {
      return sweep(loss, dependent, requested);
    } finally {
      recording = true;
    }
  }

  /** For each recorded variable, whether it is a target or computed from one. */
  private boolean[] dependingOn(Collection<Var> targets) {
    boolean[] dependent = new boolean[nextId];
    for (Var target : targets) {
      checkOwn(target);
      if (!target.differentiable()) {
        throw Expect.failure(
            "gradient", "variables that were watched or used", "a constant " + target.shape());
      }
      dependent[target.id()] = true;
    }
    for (Node node : nodes) {
      boolean any = false;
      for (Var input : node.inputs()) {
        any |= input.differentiable() && dependent[input.id()];
      }
      if (any) {
        for (Var output : node.outputs()) {
          dependent[output.id()] = true;
        }
      }
    }
    return dependent;
  }

  private Gradients sweep(Var y, boolean[] dependent, Predicate<Parameter> requested) {
    checkOwn(y);
    if (y.shape().size() != 1) {
      throw Expect.failure(
          "gradient",
          "a scalar to differentiate",
          "shape " + y.shape(),
          "reduce it with sum() or mean() first");
    }
    Var[] adjoints = new Var[dependent.length];
    if (y.differentiable() && dependent[y.id()]) {
      adjoints[y.id()] = constant(backend.full(y.shape(), y.dtype(), 1));
      for (int i = y.node().index(); i >= 0; i--) {
        propagate(nodes.get(i), dependent, adjoints);
      }
    }
    return new Gradients(this, parameters, requested, adjoints, dependent);
  }

  private void propagate(Node node, boolean[] dependent, Var[] adjoints) {
    List<Var> inputs = node.inputs();
    boolean[] needed = new boolean[inputs.size()];
    boolean anyNeeded = false;
    for (int i = 0; i < needed.length; i++) {
      needed[i] = inputs.get(i).differentiable() && dependent[inputs.get(i).id()];
      anyNeeded |= needed[i];
    }
    List<Var> upstream = anyNeeded ? upstream(node, adjoints) : List.of();
    if (upstream.isEmpty()) {
      return;
    }
    List<Var> gradients = node.primitive().vjp(node, upstream, needed);
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        int id = inputs.get(i).id();
        Var gradient = gradients.get(i);
        adjoints[id] = adjoints[id] == null ? gradient : adjoints[id].add(gradient);
      }
    }
  }

  /** The outputs' adjoints with zeros for unused outputs; empty if no output was used. */
  private List<Var> upstream(Node node, Var[] adjoints) {
    List<Var> outputs = node.outputs();
    Var[] upstream = new Var[outputs.size()];
    boolean any = false;
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = adjoints[outputs.get(i).id()];
      any |= upstream[i] != null;
    }
    if (!any) {
      return List.of();
    }
    for (int i = 0; i < upstream.length; i++) {
      if (upstream[i] == null) {
        upstream[i] = zeros(outputs.get(i).shape(), outputs.get(i).dtype());
      }
    }
    return Arrays.asList(upstream);
  }

  void checkOwn(Var var) {
    if (var.tape() != this) {
      throw Expect.failure(
          "tape",
          "a variable of this tape",
          "one of another",
          "carry its tensor over with constant(var.value())");
    }
  }

  /** Ends every tensor created on this tape. Closing twice does nothing. */
  @Override
  public void close() {
    scope.close();
  }
}
