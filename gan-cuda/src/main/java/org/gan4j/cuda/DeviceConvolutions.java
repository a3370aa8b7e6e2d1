package org.gan4j.cuda;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Window;
import org.gan4j.cuda.MatrixProduct.Factor;

/**
 * Convolutions and their adjoints as products with patches, which are made for as many samples at a
 * time as a fixed amount of memory holds.
 */
final class DeviceConvolutions {
  /** Elements of the patches that are made at a time: 64 MiB in FLOAT32. */
  private static final long LARGEST = 1L << 24;

  private final CudaStream stream;
  private final DeviceArena work;

  DeviceConvolutions(CudaStream stream, DeviceArena work) {
    this.stream = stream;
    this.work = work;
  }

  /**
   * The extents of a convolution.
   *
   * @param maps [n, height, width, channels]
   * @param result [n, rows, columns, out]
   * @param window what moves over the maps
   */
  record Extents(Shape maps, Shape result, Window window) {
    int samples() {
      return maps.dim(0);
    }

    int patch() {
      return window.area() * maps.dim(3);
    }

    int out() {
      return result.dim(3);
    }

    /** {@return positions of the window on one sample} */
    int positions() {
      return result.dim(1) * result.dim(2);
    }

    int map() {
      return maps.columns();
    }

    /** {@return samples whose patches are made at a time} */
    int chunk() {
      long each = Math.max(1, (long) positions() * patch());
      return (int) Math.max(1, Math.min(samples(), LARGEST / each));
    }

    /** {@return whether there is nothing to multiply} */
    boolean empty() {
      return samples() == 0 || maps.dim(3) == 0 || out() == 0;
    }
  }

  /** y ← x ∗ w. */
  void forward(Extents e, DeviceMemory x, DeviceMemory w, DeviceMemory y) {
    for (int first = 0; first < e.samples(); first += e.chunk()) {
      int samples = Math.min(e.chunk(), e.samples() - first);
      int positions = samples * e.positions();
      DeviceMemory patches = gather(e, x, first, samples);
      DeviceMemory to = y.plus((long) first * e.positions() * e.out());
      Factor left = new Factor(patches.address(), e.patch(), false);
      Factor right = new Factor(w.address(), e.patch(), true);
      stream
          .commands()
          .product(
              new MatrixProduct(
                  y.dtype(), positions, e.out(), e.patch(), left, right, false, to.address()));
      work.release(0);
    }
  }

  /** y ← activation(z + bias) with z the adjoint by the maps. */
  void byMaps(
      Extents e,
      DeviceMemory gradient,
      DeviceMemory w,
      DeviceMemory bias,
      Activation activation,
      DeviceMemory y) {
    for (int first = 0; first < e.samples(); first += e.chunk()) {
      int samples = Math.min(e.chunk(), e.samples() - first);
      int positions = samples * e.positions();
      DeviceMemory patches = work.allocate(y.dtype(), (long) positions * e.patch());
      DeviceMemory from = gradient.plus((long) first * e.positions() * e.out());
      Factor left = new Factor(from.address(), e.out(), false);
      Factor right = new Factor(w.address(), e.patch(), false);
      stream
          .commands()
          .product(
              new MatrixProduct(
                  y.dtype(), positions, e.patch(), e.out(), left, right, false, patches.address()));
      int elements = samples * e.map();
      KernelLaunch launch =
          stream
              .launch(Kernel.UNITE_PATCHES, y.dtype())
              .at(patches)
              .at(bias)
              .at(y.plus((long) first * e.map()))
              .count(elements);
      geometry(launch, e)
          .count(KernelCodes.of(activation))
          .number(activation.slope())
          .each(elements);
      work.release(0);
    }
  }

  /** dw ← the adjoint by the weights; chunks of samples are added in order. */
  void byWeights(Extents e, DeviceMemory x, DeviceMemory gradient, DeviceMemory dw) {
    for (int first = 0; first < e.samples(); first += e.chunk()) {
      int samples = Math.min(e.chunk(), e.samples() - first);
      DeviceMemory patches = gather(e, x, first, samples);
      DeviceMemory from = gradient.plus((long) first * e.positions() * e.out());
      Factor left = new Factor(from.address(), e.out(), true);
      Factor right = new Factor(patches.address(), e.patch(), false);
      stream
          .commands()
          .product(
              new MatrixProduct(
                  dw.dtype(),
                  e.out(),
                  e.patch(),
                  samples * e.positions(),
                  left,
                  right,
                  first > 0,
                  dw.address()));
      work.release(0);
    }
  }

  private DeviceMemory gather(Extents e, DeviceMemory x, int first, int samples) {
    int elements = Math.multiplyExact(samples * e.positions(), e.patch());
    DeviceMemory patches = work.allocate(x.dtype(), elements);
    KernelLaunch launch =
        stream
            .launch(Kernel.PATCHES, x.dtype())
            .at(x.plus((long) first * e.map()))
            .at(patches)
            .count(elements);
    geometry(launch, e).each(elements);
    return patches;
  }

  private static KernelLaunch geometry(KernelLaunch launch, Extents e) {
    Window w = e.window();
    return launch
        .count(e.maps().dim(1))
        .count(e.maps().dim(2))
        .count(e.maps().dim(3))
        .count(e.result().dim(1))
        .count(e.result().dim(2))
        .count(w.height())
        .count(w.width())
        .count(w.strideHeight())
        .count(w.strideWidth())
        .count(w.paddingHeight())
        .count(w.paddingWidth());
  }
}
