package org.gan4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user reads when the device fails in the middle of a run. */
class CudaErrorsTest {
  @BeforeEach
  void onTheCpu() {
    CudaOnCpu.use();
  }

  @Test
  void aFullDeviceSaysHowMuchIsFreeAndWhatToDo() {
    try (Backend backend = Backends.open("cuda");
        Tape tape = Tape.on(backend)) {
      Tensor small = backend.full(Shape.of(4), DType.FLOAT32, 1);
      long reserved = backend.reservedBytes();
      CudaOnCpu.fail("cuMemAlloc_v2", Driver.OUT_OF_MEMORY, 0);
      assertThatThrownBy(() -> backend.full(Shape.of(4096, 4096), DType.FLOAT32, 1))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage(
              "cuda: device 0 refused 64 MiB, 12 of its 8192 MiB are free; use a smaller batch, or"
                  + " end other programs on the device");
      assertThat(backend.reservedBytes()).isEqualTo(reserved);
      assertThat(tape.constant(small).sum().item()).isEqualTo(4);
    }
  }

  @Test
  void whereTheUsualGrowthDoesNotFitWhatIsNeededStillMay() {
    try (Backend backend = Backends.open("cuda");
        Tape tape = Tape.on(backend)) {
      Tensor first = backend.full(Shape.of(3 << 20), DType.FLOAT32, 1);
      long reserved = backend.reservedBytes();
      CudaOnCpu.fail("cuMemAlloc_v2", Driver.OUT_OF_MEMORY, 0);
      Tensor second = backend.full(Shape.of(1 << 20), DType.FLOAT32, 2);
      assertThat(backend.reservedBytes()).isEqualTo(reserved + (4 << 20));
      assertThat(tape.constant(first).sum().item()).isEqualTo(3 << 20);
      assertThat(tape.constant(second).sum().item()).isEqualTo(2 << 20);
    }
  }

  @Test
  void aKernelThatFailsIsNamedWhereTheHostWaits() {
    try (Backend backend = Backends.open("cuda");
        Tape tape = Tape.on(backend)) {
      Tensor x = tape.zeros(Shape.of(3), DType.FLOAT32).value();
      CudaOnCpu.fail("cuStreamSynchronize", 700, 0);
      assertThatThrownBy(x::toDoubles)
          .isInstanceOf(CudaException.class)
          .hasMessage(
              "backend cuda: expected the device's work to succeed, got CUDA_ERROR_ILLEGAL_ADDRESS,"
                  + " an illegal memory access was encountered; start the process again, and if it"
                  + " fails again run it with CUDA_LAUNCH_BLOCKING=1 and --debug, and report what"
                  + " that prints");
    }
  }

  @Test
  void aKernelThatDoesNotStartIsNamedAtOnce() {
    try (Backend backend = Backends.open("cuda");
        Tape tape = Tape.on(backend)) {
      CudaOnCpu.fail("cuLaunchKernel", 700, 0);
      assertThatThrownBy(() -> tape.zeros(Shape.of(3), DType.FLOAT32))
          .isInstanceOf(CudaException.class)
          .hasMessageStartingWith("backend cuda: expected a kernel to start to succeed, got CUDA");
    }
  }

  @Test
  void aProductThatFailsIsNamed() {
    try (Backend backend = Backends.open("cuda");
        Tape tape = Tape.on(backend)) {
      Tensor x = tape.zeros(Shape.of(3, 3), DType.FLOAT32).value();
      CudaOnCpu.fail("cublasSgemm_v2", 13, 0);
      assertThatThrownBy(() -> backend.gemm(x, false, x, false))
          .isInstanceOf(CudaException.class)
          .hasMessageStartingWith(
              "backend cuda: expected a product to succeed, got cuBLAS status 13;");
    }
  }

  @Test
  void moreElementsThanKernelsCountAreRefused() {
    try (Backend backend = Backends.open("cuda");
        Tape tape = Tape.on(backend)) {
      assertThatThrownBy(() -> backend.full(Shape.of(1 << 16, 1 << 15), DType.FLOAT32, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "cuda: expected a tensor of at most 2147483647 elements, got 2147483648, use a"
                  + " smaller batch");
      assertThat(tape.backend()).isSameAs(backend);
    }
  }
}
