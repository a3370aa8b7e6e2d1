package org.gan4j.speed.workload;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;

/**
 * A dense layer.
 *
 * @param shape batch × units × inputs
 * @param activation its activation
 * @param pass what to compute
 * @param fused whether product, bias and activation are one operation, or three
 */
public record DenseWorkload(ProductShape shape, Activation activation, Pass pass, boolean fused)
    implements Workload {
  /** What to compute. */
  public enum Pass {
    /** The outputs. */
    FORWARD,
    /** The outputs, and the gradient of their sum of squares by the parameters. */
    BACKWARD
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "dense/%s-%s-%s%s",
        shape.extents(),
        activation.toString().replaceFirst("\\(.*", ""),
        pass.name().toLowerCase(Locale.ROOT),
        fused ? "" : "-composed");
  }

  @Override
  public Kind kind() {
    return Kind.DENSE;
  }

  /** The products alone, and each tensor of the layer once. */
  @Override
  public Cost cost(DType dtype) {
    int products = pass == Pass.FORWARD ? 1 : 2;
    return new Cost(products * shape.flop(), (double) products * shape.elements() * dtype.bytes());
  }

  @Override
  public Task open(Backend backend) {
    Tensor x = Operands.tensor(backend, "x", shape.m(), shape.k());
    Parameter weight = parameter(backend, "w", Shape.of(shape.n(), shape.k()));
    Parameter bias = parameter(backend, "b", Shape.of(shape.n()));
    return new OperationTask(
        backend,
        List.of(x, weight.value(), bias.value()),
        tape -> {
          Var y = layer(tape.constant(x), tape.use(weight), tape.use(bias));
          return pass == Pass.FORWARD ? List.of(y.value()) : gradients(tape, y, weight, bias);
        });
  }

  private Var layer(Var x, Var weight, Var bias) {
    return fused
        ? x.dense(weight, bias, activation)
        : x.matmul(false, weight, true).add(bias).activate(activation);
  }

  private static List<Tensor> gradients(Tape tape, Var y, Parameter weight, Parameter bias) {
    Gradients gradients = tape.backward(y.square().sum());
    return List.of(gradients.of(weight), gradients.of(bias));
  }

  private static Parameter parameter(Backend backend, String name, Shape shape) {
    return new Parameter(backend, name, shape, backend.dtype(), Operands.values(name, shape));
  }
}
