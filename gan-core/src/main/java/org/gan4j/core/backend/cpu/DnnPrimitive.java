package org.gan4j.core.backend.cpu;

import com.sun.jna.Memory;
import java.util.Arrays;

/** One of oneDNN's operations on fixed shapes, with each worker's own list of arguments. */
final class DnnPrimitive implements AutoCloseable {
  /** Bytes of an argument: its number, padding, its memory object. */
  private static final int ARGUMENT = 16;

  private final long handle;
  private final long scratchBytes;
  private final long[][] memories;
  private final Memory[] lists;

  /**
   * Creates a primitive.
   *
   * @param primitiveDesc its description; the caller still owns it
   * @param arguments the numbers of its arguments
   * @param descs what they look like
   * @param workers number of workers that run it
   */
  DnnPrimitive(long primitiveDesc, int[] arguments, long[] descs, int workers) {
    long[] created = new long[1];
    OneDnn.check(OneDnn.primitiveCreate(created, primitiveDesc));
    handle = created[0];
    long scratchpad = OneDnn.primitiveDescQueryMd(primitiveDesc, OneDnn.SCRATCHPAD_DESC, 0);
    scratchBytes = OneDnn.memoryDescGetSize(scratchpad);
    int[] numbers = Arrays.copyOf(arguments, arguments.length + 1);
    numbers[arguments.length] = OneDnn.SCRATCHPAD;
    long[] all = Arrays.copyOf(descs, descs.length + 1);
    all[descs.length] = scratchpad;
    memories = new long[workers][all.length];
    lists = new Memory[workers];
    for (int worker = 0; worker < workers; worker++) {
      lists[worker] = list(numbers, all, memories[worker]);
    }
  }

  private static Memory list(int[] numbers, long[] descs, long[] memories) {
    Memory list = new Memory((long) descs.length * ARGUMENT);
    long[] created = new long[1];
    for (int i = 0; i < descs.length; i++) {
      OneDnn.check(OneDnn.memoryCreate(created, descs[i], OneDnn.engine(), 0));
      memories[i] = created[0];
      list.setInt((long) i * ARGUMENT, numbers[i]);
      list.setLong((long) i * ARGUMENT + Long.BYTES, created[0]);
    }
    return list;
  }

  /** {@return bytes of scratch memory that a run needs} */
  long scratchBytes() {
    return scratchBytes;
  }

  /** Runs on three or two tensors in the order of the arguments, then the scratch memory. */
  void run(long stream, int worker, long... addresses) {
    long[] own = memories[worker];
    for (int i = 0; i < own.length; i++) {
      OneDnn.check(OneDnn.memorySetDataHandle(own[i], addresses[i]));
    }
    OneDnn.check(OneDnn.primitiveExecute(handle, stream, own.length, lists[worker]));
  }

  @Override
  public void close() {
    OneDnn.primitiveDestroy(handle);
    for (long[] own : memories) {
      for (long memory : own) {
        OneDnn.memoryDestroy(memory);
      }
    }
    for (Memory list : lists) {
      list.close();
    }
  }
}
