package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArenaTest {
  private static final long MIB = 1L << 20;
  private static final long HUGE_PAGE = 2 * MIB;
  private static final int CACHE_LINE = 64;

  private final Arena arena = new Arena(new Access("cpu"));

  @AfterEach
  void free() {
    arena.free();
  }

  private long floats(long elements) {
    return arena.allocate(DType.FLOAT32, elements).address();
  }

  @Test
  void releasedMemoryIsGivenOutAgainAtTheSameAddresses() {
    long kept = floats(100);
    long mark = arena.mark();
    List<Long> first = step();
    long reserved = arena.reserved();
    for (int i = 0; i < 3; i++) {
      arena.release(mark);
      assertThat(step()).isEqualTo(first).doesNotContain(kept);
    }
    assertThat(arena.reserved()).isEqualTo(reserved);
  }

  /** Tensors of both types that need three slabs together. */
  private List<Long> step() {
    List<Long> addresses = new ArrayList<>();
    for (long elements : new long[] {1, 1000, MIB, 3, MIB, 0, 2 * MIB, 17}) {
      addresses.add(floats(elements));
      addresses.add(arena.allocate(DType.FLOAT64, elements).address());
    }
    return addresses;
  }

  @Test
  void marksNest() {
    long outer = arena.mark();
    long a = floats(10);
    long inner = arena.mark();
    long b = floats(2 * MIB);
    arena.release(inner);
    assertThat(floats(2 * MIB)).isEqualTo(b);
    arena.release(outer);
    assertThat(floats(10)).isEqualTo(a);
  }

  @Test
  void nothingIsReservedBeforeUseAndLittleAtFirst() {
    assertThat(arena.reserved()).isZero();
    floats(1);
    assertThat(arena.reserved()).isEqualTo(4 * MIB);
  }

  @Test
  void slabsDoubleAndLargeRequestsGetSlabsOfTheirOwn() {
    floats(MIB);
    assertThat(arena.reserved()).as("exactly full").isEqualTo(4 * MIB);
    floats(1);
    assertThat(arena.reserved()).as("as much again").isEqualTo(8 * MIB);
    floats(25 * MIB);
    assertThat(arena.reserved()).as("a request beyond that").isEqualTo(108 * MIB);
    floats(1);
    assertThat(arena.reserved()).isEqualTo(216 * MIB);
    floats(54 * MIB);
    floats(1);
    assertThat(arena.reserved()).as("no more than 256 MiB at once").isEqualTo(688 * MIB);
  }

  @Test
  void everyTensorStartsAtACacheLineAndLargeSlabsAtAHugePage() {
    assertThat(floats(1) % HUGE_PAGE).as("the first slab").isZero();
    for (int elements : new int[] {1, 3, 16, 17, 0, 33, 5}) {
      assertThat(floats(elements) % CACHE_LINE).as("%d floats", elements).isZero();
      assertThat(arena.allocate(DType.FLOAT64, elements).address() % CACHE_LINE).isZero();
    }
    assertThat(floats(5 * MIB) % HUGE_PAGE).as("a slab of its own").isZero();
  }

  @Test
  void tensorsDoNotOverlap() {
    List<Mem> tensors = new ArrayList<>();
    int[] sizes = {1, 15, 16, 17, 1000, (int) MIB, 5};
    for (DType dtype : DType.values()) {
      for (int size : sizes) {
        Mem mem = arena.allocate(dtype, size);
        double[] values = new double[size];
        Arrays.fill(values, tensors.size());
        mem.write(values);
        tensors.add(mem);
      }
    }
    for (int i = 0; i < tensors.size(); i++) {
      double[] read = new double[sizes[i % sizes.length]];
      tensors.get(i).read(read);
      assertThat(read).containsOnly(i);
    }
    assertThat(floats(0)).as("no elements").isNotEqualTo(floats(0));
  }

  @Test
  void whatIsTooLargeIsRefusedAndChangesNothing() {
    floats(10);
    long mark = arena.mark();
    long next = floats(10);
    arena.release(mark);
    for (long elements : new long[] {1L << 30, 1L << 62, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> arena.allocate(DType.FLOAT32, elements))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "cpu: expected a tensor of at most 2045 MiB, got "
                  + elements
                  + " elements of FLOAT32");
    }
    assertThat(arena.reserved()).isEqualTo(4 * MIB);
    assertThat(floats(10)).isEqualTo(next);
  }

  @Test
  void freedMemoryIsRefused() {
    Mem mem = arena.allocate(DType.FLOAT32, 3);
    arena.free();
    assertThat(arena.reserved()).isZero();
    String closed = "backend cpu: expected an open backend, but it was closed";
    assertThatThrownBy(mem::address).isInstanceOf(IllegalStateException.class).hasMessage(closed);
    assertThatThrownBy(() -> mem.read(new float[3])).hasMessage(closed);
    assertThatThrownBy(() -> mem.write(new float[3])).hasMessage(closed);
  }
}
