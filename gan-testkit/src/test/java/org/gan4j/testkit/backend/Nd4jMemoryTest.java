package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.OptionalLong;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.testkit.NativeHeap;
import org.junit.jupiter.api.Test;

/** A training makes the same calls millions of times: none may keep native memory. */
class Nd4jMemoryTest {
  private static final int CALLS = 100_000;

  /** A handle that stays for each of three arrays is some 300 bytes a call. */
  private static final long MOST_BYTES_A_CALL = 100;

  @Test
  void customOperationsKeepNoNativeMemory() {
    OptionalLong unused = NativeHeap.used();
    assumeTrue(unused.isPresent(), "the C library does not tell what malloc has given out");
    try (Backend backend = Backends.open("nd4j", new BackendOptions(1, DType.FLOAT32))) {
      calls(backend);
      long before = NativeHeap.used().orElseThrow();
      calls(backend);
      long kept = NativeHeap.used().orElseThrow() - before;
      assertThat(kept / CALLS).isLessThan(MOST_BYTES_A_CALL);
    }
  }

  private static void calls(Backend backend) {
    try (Tape tape = Tape.on(backend)) {
      Tensor x = tape.backend().tensor(Shape.of(1, 2), DType.FLOAT32, 1f, 2f);
      for (int i = 0; i < CALLS / 2; i++) {
        try (Tape inner = Tape.on(backend)) {
          inner.backend().binary(BinaryOp.ADD, x, x);
          inner.backend().gemm(x, false, x, true);
        }
      }
    }
  }
}
