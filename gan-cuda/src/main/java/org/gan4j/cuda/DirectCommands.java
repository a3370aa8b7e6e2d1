package org.gan4j.cuda;

import com.sun.jna.Memory;

/** Gives every command to the device at once. */
final class DirectCommands implements Commands {
  private static final int SLOTS = 24;
  private static final int WORD = Long.BYTES;
  private static final long MEBIBYTE = 1L << 20;
  private static final int FIRST_WITH_LARGE_WORKSPACE = 90;

  private final CudaDevice device;
  private final long stream;
  private final Memory arguments = new Memory((long) SLOTS * WORD);
  private final Memory table = new Memory((long) SLOTS * WORD);
  private final Memory scalars = new Memory(4L * WORD);
  private final long products;

  /**
   * Opens cuBLAS on a stream.
   *
   * @param device the device, in use
   * @param stream the stream
   * @param workspaces where cuBLAS's workspace comes from: its own would not survive a capture
   * @param tf32 whether FLOAT32 products may be rounded to TF32
   */
  DirectCommands(CudaDevice device, long stream, DeviceArena workspaces, boolean tf32) {
    this.device = device;
    this.stream = stream;
    for (int i = 0; i < SLOTS; i++) {
      table.setLong((long) i * WORD, address(arguments) + (long) i * WORD);
    }
    scalars.setFloat(0, 0);
    scalars.setFloat(WORD, 1);
    scalars.setDouble(2L * WORD, 0);
    scalars.setDouble(3L * WORD, 1);
    long[] handle = new long[1];
    Cublas.check(Cublas.cublasCreate_v2(handle), "cuBLAS to start");
    products = handle[0];
    Cublas.check(Cublas.cublasSetStream_v2(products, stream), "cuBLAS's stream");
    int mode = tf32 ? Cublas.TF32_MATH : Cublas.PLAIN_MATH;
    Cublas.check(Cublas.cublasSetMathMode(products, mode), "cuBLAS's precision");
    long bytes = workspace(device.facts().capability());
    long work = workspaces.allocate(bytes);
    Cublas.check(Cublas.cublasSetWorkspace_v2(products, work, bytes), "cuBLAS's workspace");
  }

  /** What cuBLAS's documentation recommends: 32 MiB from Hopper on, 4 MiB before. */
  private static long workspace(int capability) {
    return (capability >= FIRST_WITH_LARGE_WORKSPACE ? 32 : 4) * MEBIBYTE;
  }

  static long address(Memory memory) {
    return com.sun.jna.Pointer.nativeValue(memory);
  }

  @Override
  public void kernel(KernelLaunch launch) {
    device.use();
    for (int i = 0; i < launch.size(); i++) {
      arguments.setLong((long) i * WORD, launch.argument(i));
    }
    start(launch.function(), launch.gridX(), launch.gridY(), launch.blockX(), launch.blockY());
  }

  /** Starts a kernel with the arguments that {@link #argument} has set. */
  void start(long function, int gridX, int gridY, int blockX, int blockY) {
    Driver.check(
        Driver.cuLaunchKernel(
            function, gridX, gridY, 1, blockX, blockY, 1, 0, stream, address(table), 0),
        "a kernel to start");
  }

  /** Sets an argument of the next kernel. */
  void argument(int index, long value) {
    arguments.setLong((long) index * WORD, value);
  }

  /** {@return where the addresses of the arguments are} */
  long arguments() {
    return address(table);
  }

  @Override
  public void upload(long to, long host, long bytes) {
    device.use();
    Driver.check(Driver.cuMemcpyHtoDAsync_v2(to, host, bytes, stream), "a copy to the device");
  }

  @Override
  public void copy(long to, long from, long bytes) {
    device.use();
    Driver.check(Driver.cuMemcpyDtoDAsync_v2(to, from, bytes, stream), "a copy on the device");
  }

  /**
   * cuBLAS stores columns where we store rows, so it sees transposes: it computes the transposed
   * product from the factors in the other order.
   */
  @Override
  public void product(MatrixProduct p) {
    device.use();
    MatrixProduct.Factor a = p.right();
    MatrixProduct.Factor b = p.left();
    int opA = a.transposed() ? 1 : 0;
    int opB = b.transposed() ? 1 : 0;
    int m = p.columns();
    int n = p.rows();
    int k = p.inner();
    int status =
        switch (p.dtype()) {
          case FLOAT32 -> {
            long zero = address(scalars);
            long one = zero + WORD;
            yield Cublas.cublasSgemm_v2(
                products,
                opA,
                opB,
                m,
                n,
                k,
                one,
                a.address(),
                a.columns(),
                b.address(),
                b.columns(),
                p.add() ? one : zero,
                p.result(),
                m);
          }
          case FLOAT64 -> {
            long zero = address(scalars) + 2L * WORD;
            long one = zero + WORD;
            yield Cublas.cublasDgemm_v2(
                products,
                opA,
                opB,
                m,
                n,
                k,
                one,
                a.address(),
                a.columns(),
                b.address(),
                b.columns(),
                p.add() ? one : zero,
                p.result(),
                m);
          }
        };
    Cublas.check(status, "a product");
  }

  @Override
  public void submit() {}

  @Override
  public void close() {
    Cublas.check(Cublas.cublasDestroy_v2(products), "cuBLAS to end");
    arguments.close();
    table.close();
    scalars.close();
  }
}
