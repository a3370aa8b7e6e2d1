package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.Window;

/**
 * A convolution or one of its adjoints by oneDNN, for a fixed number of samples. Maps lie as
 * everywhere, channels last. Weights have a layout of oneDNN's choice, which {@link #reorder}
 * converts from ours or, for the gradient of the weights, to ours.
 */
final class DnnConvolution implements AutoCloseable {
  /** What is computed from the other two of maps, weights and results. */
  enum Kind {
    /** The results. */
    FORWARD,
    /** The adjoint by the maps. */
    BY_MAPS,
    /** The adjoint by the weights. */
    BY_WEIGHTS
  }

  private static final long[] NO_DILATION = {0, 0};

  private final DnnPrimitive convolution;
  private final DnnPrimitive reorder;
  private final long weightBytes;

  private DnnConvolution(DnnPrimitive convolution, DnnPrimitive reorder, long weightBytes) {
    this.convolution = convolution;
    this.reorder = reorder;
    this.weightBytes = weightBytes;
  }

  /** {@return the convolution, or null where oneDNN has no fast implementation} */
  static DnnConvolution create(Kind kind, MapGeometry g, int samples, int workers) {
    long[] after = paddingAfter(g);
    if (after[0] < 0 || after[1] < 0) {
      return null; // oneDNN 3.11 reads elements that it has not set
    }
    Window window = g.window();
    long maps = OneDnn.describe(OneDnn.CHANNELS_LAST, samples, g.channels(), g.height(), g.width());
    long weights =
        OneDnn.describe(OneDnn.ANY_LAYOUT, g.out(), g.channels(), window.height(), window.width());
    long ours =
        OneDnn.describe(
            OneDnn.CHANNELS_LAST, g.out(), g.channels(), window.height(), window.width());
    long results = OneDnn.describe(OneDnn.CHANNELS_LAST, samples, g.out(), g.rows(), g.columns());
    long attributes = OneDnn.attributes();
    long[] descs = {maps, weights, results};
    try {
      long forward = forward(descs, g, attributes);
      if (forward == 0) {
        return null;
      }
      long own = kind == Kind.FORWARD ? forward : backward(kind, descs, g, forward, attributes);
      try {
        return own == 0 || OneDnn.implementation(own).startsWith("ref")
            ? null
            : build(kind, own, descs, ours, attributes, workers);
      } finally {
        OneDnn.primitiveDescDestroy(forward);
        if (own != forward && own != 0) {
          OneDnn.primitiveDescDestroy(own);
        }
      }
    } finally {
      OneDnn.primitiveAttrDestroy(attributes);
      for (long desc : new long[] {maps, weights, ours, results}) {
        OneDnn.memoryDescDestroy(desc);
      }
    }
  }

  private static long forward(long[] descs, MapGeometry g, long attributes) {
    long[] desc = new long[1];
    int status =
        OneDnn.convolutionForwardPrimitiveDescCreate(
            desc,
            OneDnn.engine(),
            OneDnn.FORWARD_TRAINING,
            OneDnn.DIRECT,
            descs[0],
            descs[1],
            0,
            descs[2],
            strides(g.window()),
            NO_DILATION,
            padding(g.window()),
            paddingAfter(g),
            attributes);
    return status == 0 ? desc[0] : 0;
  }

  private static long backward(
      Kind kind, long[] descs, MapGeometry g, long forward, long attributes) {
    long[] desc = new long[1];
    int status =
        kind == Kind.BY_MAPS
            ? OneDnn.convolutionBackwardDataPrimitiveDescCreate(
                desc,
                OneDnn.engine(),
                OneDnn.DIRECT,
                descs[0],
                descs[1],
                descs[2],
                strides(g.window()),
                NO_DILATION,
                padding(g.window()),
                paddingAfter(g),
                forward,
                attributes)
            : OneDnn.convolutionBackwardWeightsPrimitiveDescCreate(
                desc,
                OneDnn.engine(),
                OneDnn.DIRECT,
                descs[0],
                descs[1],
                0,
                descs[2],
                strides(g.window()),
                NO_DILATION,
                padding(g.window()),
                paddingAfter(g),
                forward,
                attributes);
    return status == 0 ? desc[0] : 0;
  }

  private static long[] strides(Window window) {
    return new long[] {window.strideHeight(), window.strideWidth()};
  }

  private static long[] padding(Window window) {
    return new long[] {window.paddingHeight(), window.paddingWidth()};
  }

  /**
   * The rows and columns of padding that windows cover; below 0 if they leave out some of a map.
   */
  private static long[] paddingAfter(MapGeometry g) {
    Window window = g.window();
    int bottom = (g.rows() - 1) * window.strideHeight() + window.height();
    int right = (g.columns() - 1) * window.strideWidth() + window.width();
    return new long[] {
      bottom - g.height() - window.paddingHeight(), right - g.width() - window.paddingWidth()
    };
  }

  private static DnnConvolution build(
      Kind kind, long primitiveDesc, long[] descs, long ours, long attributes, int workers) {
    boolean gradient = kind == Kind.BY_WEIGHTS;
    long chosen =
        OneDnn.primitiveDescQueryMd(
            primitiveDesc, gradient ? OneDnn.WEIGHTS_GRADIENT_DESC : OneDnn.WEIGHTS_DESC, 0);
    DnnPrimitive convolution =
        new DnnPrimitive(
            primitiveDesc, arguments(kind), new long[] {descs[0], chosen, descs[2]}, workers);
    DnnPrimitive reorder =
        gradient ? reorder(chosen, ours, attributes) : reorder(ours, chosen, attributes);
    return new DnnConvolution(convolution, reorder, OneDnn.memoryDescGetSize(chosen));
  }

  /** Maps, weights, results. */
  private static int[] arguments(Kind kind) {
    return switch (kind) {
      case FORWARD -> new int[] {OneDnn.SOURCE, OneDnn.WEIGHTS, OneDnn.DESTINATION};
      case BY_MAPS ->
          new int[] {OneDnn.SOURCE_GRADIENT, OneDnn.WEIGHTS, OneDnn.DESTINATION_GRADIENT};
      case BY_WEIGHTS ->
          new int[] {OneDnn.SOURCE, OneDnn.WEIGHTS_GRADIENT, OneDnn.DESTINATION_GRADIENT};
    };
  }

  private static DnnPrimitive reorder(long from, long to, long attributes) {
    long[] desc = new long[1];
    OneDnn.check(
        OneDnn.reorderPrimitiveDescCreate(
            desc, from, OneDnn.engine(), to, OneDnn.engine(), attributes));
    int[] arguments = {OneDnn.SOURCE, OneDnn.DESTINATION};
    DnnPrimitive reorder = new DnnPrimitive(desc[0], arguments, new long[] {from, to}, 1);
    OneDnn.primitiveDescDestroy(desc[0]);
    return reorder;
  }

  /** {@return bytes of the weights in oneDNN's layout} */
  long weightBytes() {
    return weightBytes;
  }

  /** {@return bytes of scratch memory that a worker needs} */
  long scratchBytes() {
    return Math.max(convolution.scratchBytes(), reorder.scratchBytes());
  }

  /** Converts weights between the layouts. */
  void reorder(long stream, long from, long to, long scratch) {
    reorder.run(stream, 0, from, to, scratch);
  }

  /** Computes one of the tensors from the other two. */
  void run(long stream, int worker, long maps, long weights, long results, long scratch) {
    convolution.run(stream, worker, maps, weights, results, scratch);
  }

  @Override
  public void close() {
    convolution.close();
    reorder.close();
  }
}
