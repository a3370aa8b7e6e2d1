package org.gan4j.cuda;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Accelerator;
import org.gan4j.core.backend.Access;

/** The stream of one backend instance, and how numbers get to it and back. */
final class CudaStream implements AutoCloseable {
  private final Access access;
  private final CudaDevice device;
  private final long handle;
  private final PinnedStaging staging = new PinnedStaging();
  private final DeviceArena workspaces = new DeviceArena(this);
  private final Commands commands;
  private final KernelLaunch launch;

  CudaStream(Access access, CudaDevice device, Accelerator accelerator) {
    this.access = access;
    this.device = device;
    device.use();
    long[] created = new long[1];
    Driver.check(Driver.cuStreamCreate(created, Driver.NON_BLOCKING), "a stream");
    handle = created[0];
    DirectCommands direct = new DirectCommands(device, handle, workspaces, accelerator.tf32());
    commands = accelerator.graph() ? new GraphCommands(device, handle, direct) : direct;
    launch = new KernelLaunch(device, commands);
  }

  Access access() {
    return access;
  }

  CudaDevice device() {
    return device;
  }

  Commands commands() {
    return commands;
  }

  /** {@return device memory that the stream itself has reserved, in bytes} */
  long reserved() {
    return workspaces.reserved();
  }

  /** Begins the call of a kernel. */
  KernelLaunch launch(Kernel kernel, DType dtype) {
    return launch.of(kernel, dtype);
  }

  /** Copies numbers to the device, rounding them where the memory holds floats. */
  void write(DeviceMemory to, double[] values) {
    int most = PinnedStaging.LARGEST / to.dtype().bytes();
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      PinnedStaging.Part part = room(count * to.dtype().bytes());
      switch (to.dtype()) {
        case FLOAT32 -> {
          FloatBuffer floats = part.bytes().asFloatBuffer();
          for (int i = 0; i < count; i++) {
            floats.put(i, (float) values[from + i]);
          }
        }
        case FLOAT64 -> part.bytes().asDoubleBuffer().put(0, values, from, count);
      }
      upload(to.plus(from), part);
    }
  }

  /** Copies numbers to the device. */
  void write(DeviceMemory to, float[] values) {
    int most = PinnedStaging.LARGEST / to.dtype().bytes();
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      PinnedStaging.Part part = room(count * to.dtype().bytes());
      switch (to.dtype()) {
        case FLOAT32 -> part.bytes().asFloatBuffer().put(0, values, from, count);
        case FLOAT64 -> {
          DoubleBuffer doubles = part.bytes().asDoubleBuffer();
          for (int i = 0; i < count; i++) {
            doubles.put(i, values[from + i]);
          }
        }
      }
      upload(to.plus(from), part);
    }
  }

  /** Copies integers, at most as many as half of {@link PinnedStaging#LARGEST} holds. */
  void write(long to, int[] values) {
    PinnedStaging.Part part = room(values.length * Integer.BYTES);
    part.bytes().asIntBuffer().put(0, values);
    commands.upload(to, part.address(), part.bytes().capacity());
  }

  private void upload(DeviceMemory to, PinnedStaging.Part part) {
    commands.upload(to.address(), part.address(), part.bytes().capacity());
  }

  private PinnedStaging.Part room(int bytes) {
    device.use();
    if (!staging.fits(bytes)) {
      sync();
    }
    return staging.allocate(bytes);
  }

  /** Waits for all commands so far. */
  void sync() {
    access.check();
    commands.submit();
    device.use();
    Driver.check(Driver.cuStreamSynchronize(handle), "the device's work");
    staging.reset();
  }

  /** Copies elements to the host. */
  void read(DeviceMemory from, double[] destination) {
    access.check();
    pieces(
        from,
        destination.length,
        (part, start, count) -> copy(from.dtype(), part, destination, start, count));
  }

  private static void copy(
      DType dtype, PinnedStaging.Part part, double[] destination, int start, int count) {
    switch (dtype) {
      case FLOAT32 -> {
        FloatBuffer floats = part.bytes().asFloatBuffer();
        for (int i = 0; i < count; i++) {
          destination[start + i] = floats.get(i);
        }
      }
      case FLOAT64 -> part.bytes().asDoubleBuffer().get(0, destination, start, count);
    }
  }

  /** Copies elements to the host, rounding doubles. */
  void read(DeviceMemory from, float[] destination) {
    access.check();
    pieces(
        from,
        destination.length,
        (part, start, count) -> {
          switch (from.dtype()) {
            case FLOAT32 -> part.bytes().asFloatBuffer().get(0, destination, start, count);
            case FLOAT64 -> {
              DoubleBuffer doubles = part.bytes().asDoubleBuffer();
              for (int i = 0; i < count; i++) {
                destination[start + i] = (float) doubles.get(i);
              }
            }
          }
        });
  }

  /** Takes a piece that has arrived on the host. */
  @FunctionalInterface
  private interface Arrival {
    void accept(PinnedStaging.Part part, int start, int count);
  }

  private void pieces(DeviceMemory from, int elements, Arrival arrival) {
    int most = PinnedStaging.LARGEST / from.dtype().bytes();
    for (int start = 0; start < elements; start += most) {
      int count = Math.min(most, elements - start);
      PinnedStaging.Part part = fetch(from.plus(start), count);
      sync();
      arrival.accept(part, start, count);
    }
  }

  private PinnedStaging.Part fetch(DeviceMemory from, int count) {
    PinnedStaging.Part part = room(count * from.dtype().bytes());
    commands.submit();
    Driver.check(
        Driver.cuMemcpyDtoHAsync_v2(
            part.address(), from.address(), part.bytes().capacity(), handle),
        "a copy to the host");
    return part;
  }

  /** Copies several pieces of memory to the host; those of a usual step with a single wait. */
  List<double[]> readAll(List<DeviceMemory> from, List<double[]> into) {
    access.check();
    List<PinnedStaging.Part> parts = new ArrayList<>();
    int arrived = 0;
    for (int i = 0; i < from.size(); i++) {
      int count = into.get(i).length;
      long bytes = (long) count * from.get(i).dtype().bytes();
      if (bytes > PinnedStaging.LARGEST || !staging.fits((int) bytes)) {
        arrived = deliver(from, into, parts, arrived);
      }
      if (bytes > PinnedStaging.LARGEST) {
        read(from.get(i), into.get(i));
        parts.add(null);
        arrived = i + 1;
      } else {
        parts.add(count == 0 ? null : fetch(from.get(i), count));
      }
    }
    deliver(from, into, parts, arrived);
    return into;
  }

  private int deliver(
      List<DeviceMemory> from, List<double[]> into, List<PinnedStaging.Part> parts, int first) {
    sync();
    for (int i = first; i < parts.size(); i++) {
      if (parts.get(i) != null) {
        double[] destination = into.get(i);
        copy(from.get(i).dtype(), parts.get(i), destination, 0, destination.length);
      }
    }
    return parts.size();
  }

  /** Frees everything; the arenas of the instance must be freed by their owners, after this. */
  @Override
  public void close() {
    device.use();
    Driver.check(Driver.cuStreamSynchronize(handle), "the device's work");
    commands.close();
    staging.free();
    workspaces.free();
    Driver.check(Driver.cuStreamDestroy_v2(handle), "the stream to end");
  }
}
