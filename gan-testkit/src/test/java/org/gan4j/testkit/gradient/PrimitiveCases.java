package org.gan4j.testkit.gradient;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Primitive;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.backend.Window;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;

/**
 * Every primitive with points to differentiate it at. The primitives are not public, so they are
 * created by name; each point is farther from kinks and poles than the step of the differences.
 */
final class PrimitiveCases {
  private static final String PACKAGE = Primitive.class.getPackageName() + ".";

  private static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.IDENTITY,
          Activation.RELU,
          Activation.leakyRelu(0.2),
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS);

  private static final Shape MATRIX = Shape.of(3, 2);

  private final List<Case> cases = new ArrayList<>();

  /**
   * One primitive at one point.
   *
   * @param type the class's simple name
   * @param label the primitive with its constants
   * @param primitive the primitive
   * @param inputs the point
   */
  record Case(String type, String label, Primitive primitive, List<HostArray> inputs) {
    @Override
    public String toString() {
      return label;
    }
  }

  private PrimitiveCases() {}

  static List<Case> all() {
    PrimitiveCases table = new PrimitiveCases();
    table.activations();
    table.elementwise();
    table.products();
    table.sumsAndRepetitions();
    table.shapes();
    table.maps();
    return table.cases;
  }

  private void activations() {
    for (Activation activation : ACTIVATIONS) {
      add("ActivationForward", List.of(signed(MATRIX, 1)), activation);
      HostArray g = Inputs.normal(MATRIX, 3);
      add("ActivationBackward", List.of(outputs(activation), g), activation, false);
      add("ActivationBackward", List.of(outputs(activation), g), activation, true);
      // Pre-activations are 0.5 + products of numbers up to 0.3, so all signs are known.
      HostArray x = Inputs.uniform(MATRIX, -0.3, 0.3, 4);
      HostArray w = Inputs.uniform(Shape.of(4, 2), -0.3, 0.3, 5);
      add("FusedDense", List.of(x, w, HostArray.of(Shape.of(4), 0.5, -0.5, 0.6, -0.7)), activation);
    }
  }

  private void elementwise() {
    for (UnaryOp op : UnaryOp.values()) {
      boolean positive = op == UnaryOp.LOG || op == UnaryOp.SQRT;
      add("Unary", List.of(positive ? away(MATRIX, 6) : signed(MATRIX, 6)), op);
    }
    for (BinaryOp op : BinaryOp.values()) {
      add("Binary", List.of(signed(MATRIX, 7), signed(MATRIX, 8)), op);
    }
    add("Affine", List.of(signed(MATRIX, 9)), 2.5, -0.5);
    add("Affine", List.of(signed(MATRIX, 9)), 1.0, 3.0);
  }

  private void products() {
    for (boolean transposeA : new boolean[] {false, true}) {
      for (boolean transposeB : new boolean[] {false, true}) {
        HostArray a = Inputs.normal(transposeA ? Shape.of(4, 3) : Shape.of(3, 4), 10);
        HostArray b = Inputs.normal(transposeB ? Shape.of(2, 4) : Shape.of(4, 2), 11);
        add("MatMul", List.of(a, b), transposeA, transposeB);
      }
    }
    add("ScaleRows", List.of(signed(MATRIX, 12), signed(Shape.of(3, 1), 13)));
    add("RowDots", List.of(signed(MATRIX, 14), signed(MATRIX, 15)));
    add("AddRow", List.of(signed(MATRIX, 16), signed(Shape.of(2), 17)));
    HostArray weight = signed(Shape.of(2), 38);
    add(
        "BatchNormForward",
        List.of(signed(MATRIX, 39), weight, signed(Shape.of(2), 40)),
        0.1,
        List.of());
    HostArray g = signed(MATRIX, 41);
    add("BatchNormBackward", List.of(signed(MATRIX, 39), weight, g), 0.1, List.of());
  }

  private void sumsAndRepetitions() {
    add("Sum", List.of(signed(MATRIX, 18)));
    add("ColumnSums", List.of(signed(MATRIX, 19)));
    add("RowSums", List.of(signed(MATRIX, 20)));
    add("BroadcastScalar", List.of(HostArray.of(Shape.scalar(), 0.7)), MATRIX);
    add("BroadcastRow", List.of(signed(Shape.of(2), 21)), 3);
    add("BroadcastColumn", List.of(signed(Shape.of(3, 1), 22)), 2);
  }

  private void shapes() {
    add("Reshaped", List.of(signed(MATRIX, 23)), Shape.of(2, 3));
    int[][] ranges = {{0, 3}, {0, 1}, {1, 2}, {2, 3}};
    for (int[] range : ranges) {
      add("SliceRows", List.of(signed(MATRIX, 24)), range[0], range[1]);
    }
    HostArray row = signed(Shape.of(1, 2), 25);
    add("ConcatRows", List.of(signed(MATRIX, 26), row, signed(MATRIX, 27)));
  }

  private void maps() {
    Shape maps = Shape.of(2, 3, 4, 2);
    Shape kernel = Shape.of(3, 12);
    Shape results = Shape.of(2, 2, 3, 3);
    Window window = new Window(2, 3, 2, 1, 1, 0);
    Window padded = new Window(2, 3, 2, 2, 1, 2);
    add("Convolution", List.of(signed(maps, 28), signed(kernel, 29)), window);
    add("TransposedConvolution", List.of(signed(results, 30), signed(kernel, 31)), padded, 3, 4);
    add("ConvolutionWeights", List.of(signed(maps, 32), signed(results, 33)), padded);
    for (Activation activation : List.of(Activation.IDENTITY, Activation.TANH)) {
      List<HostArray> forward =
          List.of(signed(maps, 34), signed(kernel, 35), signed(Shape.of(3), 36));
      add("FusedConvolution", forward, window, activation);
      List<HostArray> transposed =
          List.of(signed(results, 37), signed(kernel, 38), signed(Shape.of(2), 39));
      add("FusedTransposedConvolution", transposed, padded, 3, 4, activation);
    }
    add("RepeatBlocks", List.of(signed(Shape.of(2, 2, 1, 2), 40)), 2, 3);
    add("BlockMeans", List.of(signed(Shape.of(2, 2, 3, 2), 41)), 2, 3);
    add("Translation", List.of(signed(maps, 47)), List.of(new Shift(1, -2), new Shift(-1, 0)));
    add("SliceColumns", List.of(signed(MATRIX, 42)), 0, 1);
    add("SliceColumns", List.of(signed(maps, 43)), 1, 2);
    add(
        "ConcatColumns",
        List.of(signed(MATRIX, 44), signed(Shape.of(3, 1), 45), signed(MATRIX, 46)));
  }

  private void add(String type, List<HostArray> inputs, Object... constants) {
    String label = type + (constants.length == 0 ? "" : " " + Arrays.toString(constants));
    cases.add(new Case(type, label, create(type, constants), inputs));
  }

  private static Primitive create(String type, Object... constants) {
    try {
      Constructor<?> constructor = Class.forName(PACKAGE + type).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Primitive) constructor.newInstance(constants);
    } catch (ClassNotFoundException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("primitive " + type + ": cannot be created", e);
    }
  }

  /** Outputs of an activation at smooth points. */
  private static HostArray outputs(Activation activation) {
    double[] values = signed(MATRIX, 2).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = activation.apply(values[i]);
    }
    // A ReLU's output 0 is a kink of its derivative; any other number is an output too.
    double shift = activation.kind() == Activation.Kind.RELU ? 0.4 : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == 0 ? -shift : values[i];
    }
    return HostArray.of(MATRIX, values);
  }

  /** Numbers from 0.4 to 1.6, of alternating signs. */
  private static HostArray signed(Shape shape, long seed) {
    double[] values = away(shape, seed).values();
    for (int i = 0; i < values.length; i += 2) {
      values[i] = -values[i];
    }
    return HostArray.of(shape, values);
  }

  private static HostArray away(Shape shape, long seed) {
    return Inputs.uniform(shape, 0.4, 1.6, seed);
  }
}
