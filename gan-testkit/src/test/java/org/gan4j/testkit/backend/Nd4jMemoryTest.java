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
  private static final int WARM_UP = 50_000;
  private static final int ROUNDS = 10_000;

  /** A handle that stays for each of an operation's three arrays is some 300 bytes. */
  private static final double MOST_BYTES_A_ROUND = 200;

  @Test
  void customOperationsKeepNoNativeMemory() {
    OptionalLong unused = NativeHeap.used();
    assumeTrue(unused.isPresent(), "the C library does not tell what malloc has given out");
    try (Backend backend = Backends.open("nd4j", new BackendOptions(1, DType.FLOAT32));
        Tape tape = Tape.on(backend)) {
      Tensor x = tape.backend().tensor(Shape.of(1, 2), DType.FLOAT32, 1f, 2f);
      for (int i = 0; i < WARM_UP; i++) {
        round(backend, x);
      }
      assertThat(NativeHeap.keptPerCall(ROUNDS, () -> round(backend, x)))
          .isLessThan(MOST_BYTES_A_ROUND);
    }
  }

  private static void round(Backend backend, Tensor x) {
    try (Tape tape = Tape.on(backend)) {
      tape.backend().binary(BinaryOp.ADD, x, x);
      tape.backend().gemm(x, false, x, true);
    }
  }
}
