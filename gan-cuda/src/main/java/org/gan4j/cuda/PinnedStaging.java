package org.gan4j.cuda;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Pinned host memory that copies to and from the device pass through, handed out in sequence until
 * the stream has been waited for. A step that is repeated therefore finds its numbers at the same
 * addresses.
 */
final class PinnedStaging {
  /** The most that is handed out at a time. */
  static final int LARGEST = 32 << 20;

  private static final int FIRST = 1 << 20;
  private static final int MOST_BLOCKS = 4;
  private static final int ALIGNMENT = 16;

  /**
   * A part of the memory.
   *
   * @param address where it is
   * @param bytes its content
   */
  record Part(long address, ByteBuffer bytes) {}

  private record Block(long address, ByteBuffer bytes) {}

  private final List<Block> blocks = new ArrayList<>();
  private int current;
  private int position;

  /** {@return whether there is room for so many bytes without waiting for the stream} */
  boolean fits(int bytes) {
    int block = current;
    int start = position;
    while (block < blocks.size() && start + bytes > blocks.get(block).bytes().capacity()) {
      block++;
      start = 0;
    }
    return block < MOST_BLOCKS;
  }

  /** {@return room for at most {@link #LARGEST} bytes} */
  Part allocate(int bytes) {
    while (current < blocks.size() && position + bytes > blocks.get(current).bytes().capacity()) {
      current++;
      position = 0;
    }
    if (current == blocks.size()) {
      reserve(Math.max(bytes, blocks.isEmpty() ? FIRST : LARGEST));
    }
    Block block = blocks.get(current);
    int start = position;
    position += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer part = block.bytes().slice(start, bytes).order(ByteOrder.nativeOrder());
    return new Part(block.address() + start, part);
  }

  private void reserve(int bytes) {
    long[] address = new long[1];
    Driver.check(Driver.cuMemHostAlloc(address, bytes, 0), "a reservation of pinned memory");
    blocks.add(new Block(address[0], new Pointer(address[0]).getByteBuffer(0, bytes)));
  }

  /** Hands out all memory again; nothing on the stream may need it any more. */
  void reset() {
    current = 0;
    position = 0;
  }

  void free() {
    for (Block block : blocks) {
      Driver.check(Driver.cuMemFreeHost(block.address()), "the release of pinned memory");
    }
    blocks.clear();
    reset();
  }
}
