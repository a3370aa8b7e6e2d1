package org.gan4j.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Access;
import org.gan4j.core.backend.ScopeStack;

/**
 * A pool of arrays. ND4J frees arrays only when the garbage collector reaches them, which it has no
 * reason to do while the heap is small. A repeated training step therefore gets the arrays of the
 * previous step, and nothing is freed before the backend closes.
 */
final class Pool implements ScopeStack.Memory {
  private record Size(DType dtype, long elements) {}

  private record Used(Size size, Nd4jArray array) {}

  private final Access access;
  private final Map<Size, Deque<Nd4jArray>> idle = new HashMap<>();
  private final List<Used> used = new ArrayList<>();
  private long reserved;

  Pool(Access access) {
    this.access = access;
  }

  /** Returns memory for this many elements, with arbitrary content. */
  Nd4jArray allocate(DType dtype, long elements) {
    Size size = new Size(dtype, elements);
    Deque<Nd4jArray> fitting = idle.computeIfAbsent(size, key -> new ArrayDeque<>());
    Nd4jArray array = fitting.poll();
    if (array == null) {
      array = Nd4jArray.allocate(access, dtype, elements);
      reserved += array.bytes();
    }
    used.add(new Used(size, array));
    return array;
  }

  long reserved() {
    return reserved;
  }

  @Override
  public long mark() {
    return used.size();
  }

  @Override
  public void release(long mark) {
    while (used.size() > mark) {
      Used last = used.remove(used.size() - 1);
      idle.get(last.size()).push(last.array());
    }
  }

  void free() {
    release(0);
    idle.values().forEach(arrays -> arrays.forEach(Nd4jArray::close));
    idle.clear();
    reserved = 0;
  }
}
