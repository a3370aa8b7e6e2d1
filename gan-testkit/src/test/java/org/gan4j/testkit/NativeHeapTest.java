package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Native;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
  private static final int CALLS = 5_000;
  private static final int BYTES = 48;

  private final Deque<Long> leaked = new ArrayDeque<>();

  @BeforeEach
  void reported() {
    assumeTrue(
        NativeHeap.used().isPresent(),
        "the C library does not report how much memory malloc has allocated");
  }

  @AfterEach
  void freed() {
    leaked.forEach(Native::free);
  }

  @Test
  void aLeakIsMeasured() {
    assertThat(NativeHeap.keptPerCall(CALLS, () -> leaked.add(Native.malloc(BYTES))))
        .isBetween((double) BYTES, 2.0 * BYTES);
  }

  @Test
  void whatIsFreedIsNot() {
    assertThat(NativeHeap.keptPerCall(CALLS, () -> Native.free(Native.malloc(BYTES))))
        .isLessThan(BYTES / 2.0);
  }

  @Test
  void oneLargeAllocationBetweenIsNotALeak() {
    assertThat(
            NativeHeap.keptPerCall(
                CALLS,
                () -> {
                  if (leaked.isEmpty()) {
                    leaked.add(Native.malloc(10L << 20));
                  }
                }))
        .isLessThan(BYTES / 2.0);
  }
}
