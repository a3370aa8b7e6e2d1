package org.gan4j.testkit.backend;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.Window;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.Tolerance;
import org.gan4j.testkit.Tolerances;

/** Convolutions, their adjoints, blocks of maps, moved maps and columns. */
final class MapCases {
  private static final Activation NONE = Activation.IDENTITY;

  /** A convolution's maps, output channels and window. */
  private record Setting(Shape maps, int out, Window window) {
    private Shape weights() {
      return Shape.of(out, window.area() * maps.dim(3));
    }

    private Shape result() {
      return window.positions(maps.dim(1), maps.dim(2)).batch(maps.dim(0)).with(out);
    }
  }

  /** Empty, single pixels, odd strides, kernels larger than the map, and large enough to split. */
  private static final List<Setting> SETTINGS =
      List.of(
          setting(0, 4, 4, 2, 3, Window.square(3, 1, 1)),
          setting(2, 4, 4, 0, 3, Window.square(3, 1, 1)),
          setting(2, 4, 4, 2, 0, Window.square(3, 1, 1)),
          setting(1, 1, 1, 1, 1, Window.square(1, 1, 0)),
          setting(3, 1, 1, 2, 3, Window.square(3, 1, 1)),
          setting(2, 2, 3, 2, 3, Window.square(5, 1, 2)),
          setting(2, 1, 1, 3, 2, Window.square(4, 2, 2)),
          setting(2, 5, 4, 3, 4, Window.square(1, 1, 0)),
          setting(2, 5, 4, 3, 4, Window.square(1, 2, 0)),
          setting(3, 8, 8, 1, 5, Window.square(4, 2, 1)),
          setting(3, 7, 6, 2, 5, Window.square(3, 2, 0)),
          setting(2, 9, 8, 3, 1, Window.square(3, 3, 0)),
          setting(2, 5, 5, 2, 3, Window.square(2, 3, 1)),
          setting(2, 6, 7, 2, 3, new Window(3, 2, 1, 2, 0, 1)),
          setting(2, 7, 5, 3, 2, new Window(1, 4, 3, 1, 2, 0)),
          setting(2, 4, 4, 17, 33, Window.square(4, 1, 0)),
          setting(2, 3, 3, 2, 2, Window.square(1, 1, 3)),
          setting(17, 14, 14, 16, 24, Window.square(4, 2, 1)),
          setting(2, 33, 34, 32, 16, Window.square(3, 1, 1)));

  private static Setting setting(int n, int h, int w, int c, int out, Window window) {
    return new Setting(Shape.of(n, h, w, c), out, window);
  }

  private MapCases() {}

  /** All three operations; integers must be exact, whatever the order of summation. */
  static List<OperationCase> convolutions(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (Setting s : SETTINGS) {
      Window window = s.window();
      int height = s.maps().dim(1);
      int width = s.maps().dim(2);
      OperationCase.Operation forward =
          (b, in) -> List.of(b.conv2d(in.get(0), in.get(1), null, window, NONE));
      OperationCase.Operation byMaps =
          (b, in) ->
              List.of(b.convTranspose2d(in.get(0), in.get(1), null, window, height, width, NONE));
      OperationCase.Operation byWeights =
          (b, in) -> List.of(b.conv2dWeights(in.get(0), in.get(1), window));
      String how = " " + window;
      long patch = s.weights().dim(1);
      both(cases, "conv2d" + how, dtype, List.of(s.maps(), s.weights()), forward, patch);
      long covering = (long) s.out() * window.area();
      both(
          cases,
          "convTranspose2d" + how,
          dtype,
          List.of(s.result(), s.weights()),
          byMaps,
          covering);
      long positions = (long) s.maps().dim(0) * s.result().dim(1) * s.result().dim(2);
      both(
          cases, "conv2dWeights" + how, dtype, List.of(s.maps(), s.result()), byWeights, positions);
    }
    return cases;
  }

  private static void both(
      List<OperationCase> cases,
      String name,
      DType dtype,
      List<Shape> shapes,
      OperationCase.Operation operation,
      long terms) {
    Tolerance near = Tolerances.reduction(dtype, terms);
    cases.add(new OperationCase(name, dtype, inputs(shapes, false), operation, near, operation));
    Tolerance exact = Tolerances.exact(dtype);
    cases.add(new OperationCase("exact " + name, dtype, inputs(shapes, true), operation, exact));
  }

  private static List<HostArray> inputs(List<Shape> shapes, boolean integers) {
    List<HostArray> inputs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      inputs.add(integers ? Inputs.integers(shape, i) : Inputs.normal(shape, i));
    }
    return inputs;
  }

  /** Fused layers with every activation, with and without a bias. */
  static List<OperationCase> layers(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (int chosen : new int[] {0, 1, 4, 9, 12, 13, 17}) {
      Setting s = SETTINGS.get(chosen);
      for (Activation activation : ElementwiseCases.ACTIVATIONS) {
        for (boolean bias : new boolean[] {false, true}) {
          cases.add(layer(dtype, s, activation, bias, false));
          cases.add(layer(dtype, s, activation, bias, true));
        }
      }
    }
    return cases;
  }

  private static OperationCase layer(
      DType dtype, Setting s, Activation activation, boolean bias, boolean transposed) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(transposed ? s.result() : s.maps());
    shapes.add(s.weights());
    int channels = transposed ? s.maps().dim(3) : s.out();
    if (bias) {
      shapes.add(Shape.of(channels));
    }
    long terms = transposed ? (long) s.out() * s.window().area() : s.weights().dim(1);
    return new OperationCase(
        (transposed ? "transposed " : "") + "layer " + activation + (bias ? "" : " without bias"),
        dtype,
        inputs(shapes, false),
        (b, in) -> List.of(apply(b, in, s, activation, transposed)),
        Tolerances.dense(dtype, terms + 1),
        (b, in) -> List.of(apply(b, in, s, NONE, transposed)));
  }

  private static Tensor apply(
      Backend b, List<Tensor> in, Setting s, Activation activation, boolean transposed) {
    Tensor bias = in.size() > 2 ? in.get(2) : null;
    return transposed
        ? b.convTranspose2d(
            in.get(0), in.get(1), bias, s.window(), s.maps().dim(1), s.maps().dim(2), activation)
        : b.conv2d(in.get(0), in.get(1), bias, s.window(), activation);
  }

  /** Blocks of maps. */
  static List<OperationCase> blocks(DType dtype) {
    int[][] settings = {
      {0, 2, 2, 1, 2, 2},
      {2, 2, 2, 0, 2, 2},
      {1, 1, 1, 1, 1, 1},
      {2, 3, 2, 5, 2, 2},
      {3, 2, 3, 1, 3, 1},
      {2, 1, 1, 1100, 2, 3},
      {2, 1, 2, 3, 28, 17},
      {9, 8, 8, 32, 2, 2}
    };
    List<OperationCase> cases = new ArrayList<>();
    for (int[] s : settings) {
      int height = s[4];
      int width = s[5];
      Shape small = Shape.of(s[0], s[1], s[2], s[3]);
      Shape large = Shape.of(s[0], s[1] * height, s[2] * width, s[3]);
      cases.add(
          new OperationCase(
              "upsample by " + height + ", " + width,
              dtype,
              inputs(List.of(small), false),
              (b, in) -> List.of(b.upsample(in.get(0), height, width)),
              Tolerances.exact(dtype)));
      OperationCase.Operation pool = (b, in) -> List.of(b.averagePool(in.get(0), height, width));
      cases.add(
          new OperationCase(
              "average of " + height + " x " + width,
              dtype,
              inputs(List.of(large), false),
              pool,
              Tolerances.reduction(dtype, (long) height * width),
              pool));
    }
    return cases;
  }

  /**
   * Moved maps: each sample by another shift, every one up to the whole map if there are enough.
   */
  static List<OperationCase> translations(DType dtype) {
    List<Shape> settings =
        List.of(
            Shape.of(0, 2, 2, 1),
            Shape.of(2, 2, 2, 0),
            Shape.of(9, 1, 1, 1),
            Shape.of(40, 2, 3, 2),
            Shape.of(5, 2, 1, 1100),
            Shape.of(3, 2, 700, 3),
            Shape.of(70, 28, 28, 3));
    List<OperationCase> cases = new ArrayList<>();
    for (Shape maps : settings) {
      List<Shift> shifts = shifts(maps);
      cases.add(
          new OperationCase(
              "translate",
              dtype,
              inputs(List.of(maps), false),
              (b, in) -> List.of(b.translate(in.get(0), shifts)),
              Tolerances.exact(dtype)));
    }
    return cases;
  }

  private static List<Shift> shifts(Shape maps) {
    List<Shift> shifts = new ArrayList<>();
    int down = 2 * maps.dim(1) + 1;
    int right = 2 * maps.dim(2) + 1;
    for (int i = 0; i < maps.dim(0); i++) {
      shifts.add(new Shift(i % down - maps.dim(1), i / down % right - maps.dim(2)));
    }
    return shifts;
  }

  /** Ranges of columns, and columns joined, of tensors of ranks 1, 2 and 4. */
  static List<OperationCase> columns(DType dtype) {
    List<OperationCase> cases = new ArrayList<>();
    for (Shape rows : List.of(Shape.of(0, 1), Shape.of(1), Shape.of(17, 1), Shape.of(3, 2, 5, 1))) {
      for (int[] widths : new int[][] {{1}, {3, 0, 2}, {1, 1}, {1030, 2}}) {
        List<Shape> shapes = new ArrayList<>();
        int all = 0;
        for (int width : widths) {
          shapes.add(rows.withColumns(width));
          all += width;
        }
        cases.add(
            new OperationCase(
                "concatColumns",
                dtype,
                inputs(shapes, false),
                (b, in) -> List.of(b.concatColumns(in)),
                Tolerances.exact(dtype)));
        int to = all;
        int from = widths[0] - 1;
        cases.add(
            new OperationCase(
                "sliceColumns from " + from,
                dtype,
                inputs(List.of(rows.withColumns(all)), false),
                (b, in) ->
                    List.of(
                        b.sliceColumns(in.get(0), from, to),
                        b.sliceColumns(in.get(0), 0, from),
                        b.sliceColumns(in.get(0), from, from + 1)),
                Tolerances.exact(dtype)));
      }
    }
    return cases;
  }
}
