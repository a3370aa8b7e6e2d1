package org.gan4j.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.Tolerance;
import org.gan4j.testkit.Tolerances;

/** Elementwise functions, at sizes around tiles and thread chunks and at special numbers. */
final class ElementwiseCases {
  /** Every activation, the leaky ReLU with two slopes. */
  static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.IDENTITY,
          Activation.RELU,
          Activation.leakyRelu(0.2),
          Activation.leakyRelu(0.01),
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS);

  private static final int[] SIZES = {
    0, 1, 2, 3, 15, 16, 17, 1023, 1024, 1025, 3000, 16383, 16384, 16385, 40000
  };

  /** Numbers from the saturated region through 0, denser than the special numbers. */
  private static final int SWEEP = 4001;

  private static final double SWEEP_LIMIT = 40;

  private ElementwiseCases() {}

  static List<OperationCase> unary(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (UnaryOp op : UnaryOp.values()) {
      Tolerance tolerance =
          switch (op) {
            case NEGATE, ABS, FINITE_OR_ZERO -> Tolerances.exact(dtype);
            default -> Tolerances.elementwise(dtype);
          };
      for (HostArray input : inputs(dtype)) {
        cases.add(
            new OperationCase(
                op.name(),
                dtype,
                List.of(input),
                (backend, in) -> List.of(backend.unary(op, in.get(0))),
                tolerance));
      }
    }
    return cases;
  }

  static List<OperationCase> binary(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (BinaryOp op : BinaryOp.values()) {
      for (List<HostArray> pair : pairs(dtype)) {
        cases.add(
            new OperationCase(
                op.name(),
                dtype,
                pair,
                (backend, in) -> List.of(backend.binary(op, in.get(0), in.get(1))),
                Tolerances.elementwise(dtype)));
      }
    }
    return cases;
  }

  static List<OperationCase> affine(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    double[][] coefficients = {{1, 0}, {0, 3}, {-2.5, 0.75}, {1.0 / 3, -1.0 / 7}, {1e-3, 1e3}};
    for (double[] c : coefficients) {
      for (HostArray input : inputs(dtype)) {
        cases.add(
            new OperationCase(
                "affine " + c[0] + " " + c[1],
                dtype,
                List.of(input),
                (backend, in) -> List.of(backend.affine(in.get(0), c[0], c[1])),
                Tolerances.cancelling(dtype),
                (backend, in) ->
                    List.of(backend.affine(in.get(0), Math.abs(c[0]), Math.abs(c[1])))));
      }
    }
    return cases;
  }

  static List<OperationCase> activation(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (Activation activation : ACTIVATIONS) {
      for (HostArray input : inputs(dtype)) {
        cases.add(
            new OperationCase(
                activation.toString(),
                dtype,
                List.of(input),
                (backend, in) -> List.of(backend.activation(activation, in.get(0))),
                value(activation, dtype)));
      }
    }
    return cases;
  }

  static List<OperationCase> activationBackward(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (Activation activation : ACTIVATIONS) {
      for (List<HostArray> pair : pairs(dtype)) {
        cases.add(
            new OperationCase(
                "backward of " + activation,
                dtype,
                List.of(outputs(activation, pair.get(0), dtype), pair.get(1)),
                (backend, in) ->
                    backend.activationBackward(activation, in.get(0), in.get(1), false),
                derivative(activation, dtype),
                (backend, in) -> List.of(backend.affine(in.get(1), 1, 0))));
      }
    }
    return cases;
  }

  /** Outputs of the activation, rounded to the element type: the domain of its derivative. */
  static HostArray outputs(Activation activation, HostArray inputs, DType dtype) {
    double[] values = inputs.rounded(dtype).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = activation.apply(values[i]);
    }
    return HostArray.of(inputs.shape(), values).rounded(dtype);
  }

  private static Tolerance value(Activation activation, DType dtype) {
    return switch (activation.kind()) {
      case TANH -> Tolerances.tanh(dtype);
      case SIGMOID -> Tolerances.sigmoid(dtype);
      default -> Tolerances.elementwise(dtype);
    };
  }

  /** Only 1 − y² cancels; the other derivatives must have a small relative error. */
  private static Tolerance derivative(Activation activation, DType dtype) {
    return activation.kind() == Activation.Kind.TANH
        ? Tolerances.cancelling(dtype)
        : Tolerances.elementwise(dtype);
  }

  private static List<HostArray> inputs(DType dtype) {
    List<HostArray> inputs = new ArrayList<>();
    for (int size : SIZES) {
      inputs.add(Inputs.mixed(dtype, Shape.of(size), size));
    }
    inputs.add(HostArray.of(Shape.scalar(), -0.7));
    inputs.add(Inputs.mixed(dtype, Shape.of(3, 5, 7), 1));
    double[] sweep = new double[SWEEP];
    for (int i = 0; i < SWEEP; i++) {
      sweep[i] = SWEEP_LIMIT * (2.0 * i / (SWEEP - 1) - 1);
    }
    inputs.add(HostArray.of(Shape.of(SWEEP), sweep));
    return inputs;
  }

  private static List<List<HostArray>> pairs(DType dtype) {
    List<List<HostArray>> pairs = new ArrayList<>();
    for (int size : SIZES) {
      Shape shape = Shape.of(size);
      pairs.add(List.of(Inputs.normal(shape, 1), Inputs.normal(shape, 2)));
    }
    double[] special = Inputs.special(dtype);
    double[] left = new double[special.length * special.length];
    double[] right = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = special[i / special.length];
      right[i] = special[i % special.length];
    }
    Shape all = Shape.of(special.length, special.length);
    pairs.add(List.of(HostArray.of(all, left), HostArray.of(all, right)));
    pairs.add(List.of(HostArray.of(Shape.scalar(), 2), HostArray.of(Shape.scalar(), -3)));
    return pairs;
  }
}
