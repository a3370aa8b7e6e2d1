package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Access;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoopEndTest {
  private static final int USED = 5;
  private static final int ALL = 300;

  private final Arena arena = new Arena(new Access("cpu"));
  private final Workers workers = new Workers(1);
  private final Elementwise kernels = new Elementwise(workers, new Scratch[] {new Scratch()});

  @AfterEach
  void close() {
    workers.close();
    arena.free();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1024, 0",
    "1, 1024, 128",
    "128, 1024, 128",
    "129, 1024, 256",
    "1024, 1024, 1024",
    "5, 7, 7"
  })
  void loopsRunToAMultipleOf128WithinTheArray(int elements, int length, int end) {
    assertThat(LoopEnd.of(elements, length)).isEqualTo(end);
  }

  private Mem filled(DType dtype, double value) {
    double[] values = new double[ALL];
    Arrays.fill(values, value);
    Mem mem = arena.allocate(dtype, ALL);
    mem.write(values);
    return mem;
  }

  @ParameterizedTest
  @EnumSource
  void nothingBeyondATensorIsWritten(DType dtype) {
    Mem x = filled(dtype, 3);
    Mem y = filled(dtype, 7);
    for (UnaryOp op : UnaryOp.values()) {
      kernels.unary(op, x, y, USED);
    }
    for (BinaryOp op : BinaryOp.values()) {
      kernels.binary(op, x, x, y, USED);
    }
    kernels.affine(x, y, USED, 2, 3);
    for (String name : List.of("relu", "leaky_relu(0.2)", "tanh", "sigmoid", "softplus")) {
      Activation activation = Activation.parse(name);
      kernels.activation(activation, x, y, USED);
      kernels.activationBackward(activation, x, x, y, USED);
    }
    Mem m = filled(dtype, 7);
    Mem v = filled(dtype, 7);
    kernels.adam(y, x, m, v, USED, new AdamStep(0.1, 0.5, 0.9, 1e-8, 1));
    for (Mem written : List.of(y, m, v)) {
      double[] values = new double[ALL];
      written.read(values);
      assertThat(Arrays.copyOf(values, USED)).doesNotContain(7);
      assertThat(Arrays.copyOfRange(values, USED, ALL)).containsOnly(7);
    }
  }

  @Test
  void partialSumsGetTheGivenElementsAndNoMore() {
    for (int n : new int[] {1, 127, 128, 200}) {
      float[] sums = new float[256];
      float[] tile = new float[256];
      Arrays.fill(tile, 1);
      FloatMath.add(sums, 0, tile, 0, n);
      for (int i = 0; i < sums.length; i++) {
        assertThat(sums[i]).as("%d of %d", i, n).isEqualTo(i < n ? 1 : 0);
      }
    }
  }

  @Test
  void operandsMayBeOfAnyLengths() {
    float[] a = {1, 2, 3};
    FloatMath.binary(BinaryOp.MULTIPLY, a, new float[] {2, 3, 4, 5}, 3);
    assertThat(a).containsExactly(2, 6, 12);
  }
}
