package org.gan4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folded layers against the two layers that they stand for, with equal weights. */
class FoldedKernelTest {
  /** What a network computes on fixed input, followed by its gradients, in FLOAT64. */
  private static double[] valuesAndGradients(LayerSpec spec, Shape input) {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64));
        Tape tape = Tape.on(backend)) {
      Layer layer = spec.build(input, Rng.ofSeed(1), backend);
      Random random = new Random(2);
      for (Parameter parameter : layer.parameters()) {
        backend.assign(parameter.state(), random(backend, parameter.shape(), random));
      }
      Shape batch = Shape.of(2, input.dim(0), input.dim(1), input.dim(2));
      Var maps = tape.watch(random(backend, batch, random));
      Var y = layer.forward(maps, Pass.train(tape, Rng.ofSeed(3), "x", 0));
      List<Var> wanted = new ArrayList<>(List.of(maps));
      layer.parameters().forEach(p -> wanted.add(tape.use(p)));
      List<Double> all = new ArrayList<>();
      add(all, y);
      Gradients gradients = tape.gradient(y.square().sum(), wanted);
      wanted.forEach(each -> add(all, gradients.of(each)));
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static Tensor random(Backend backend, Shape shape, Random random) {
    return backend.tensor(shape, DType.FLOAT64, random.doubles(shape.size(), -1, 1).toArray());
  }

  private static void add(List<Double> all, Var values) {
    for (double value : values.value().toDoubles()) {
      all.add(value);
    }
  }

  private static void assertSame(LayerSpec folded, LayerSpec plain, Shape input) {
    assertThat(folded.outputShape(input)).isEqualTo(plain.outputShape(input));
    assertThat(folded.parameterCount(input)).isEqualTo(plain.parameterCount(input));
    assertThat(valuesAndGradients(folded, input))
        .containsExactly(valuesAndGradients(plain, input), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 4, 5", "1, 0, 3, 2", "2, 1, 3, 3", "5, 2, 3, 4", "4, 0, 2, 3", "3, 2, 1, 1"})
  void upsamplingFolds(int kernel, int padding, int height, int width) {
    Activation tanh = Activation.TANH;
    assertSame(
        new UpsampleConv2d(3, kernel, padding, tanh),
        Sequential.of(new Upsample(2), new Conv2d(3, kernel, 1, padding, tanh)),
        Shape.of(height, width, 2));
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 4, 6", "1, 0, 4, 2", "2, 1, 3, 3", "5, 2, 4, 4", "4, 0, 5, 7", "3, 3, 2, 2"})
  void poolingFolds(int kernel, int padding, int height, int width) {
    assertSame(
        new Conv2dAveragePool(3, kernel, padding, Activation.TANH),
        Sequential.of(
            new Conv2d(3, kernel, 1, padding, Activation.IDENTITY),
            new AveragePool(2),
            new Activate(Activation.TANH)),
        Shape.of(height, width, 2));
  }

  /** 60 000² numbers would be too many for an array. */
  @Test
  void aWideLayerNeedsNoMoreThanItsWeights() {
    LayerSpec wide = new UpsampleConv2d(60_000, 1, 0, Activation.TANH);
    assertThat(Arrays.stream(valuesAndGradients(wide, Shape.of(1, 1, 1))))
        .allMatch(Double::isFinite);
  }

  @Test
  void extentsAreChecked() {
    assertThatThrownBy(() -> new UpsampleConv2d(3, 3, 3, Activation.RELU))
        .hasMessage("upsample conv2d: expected a padding below the kernel 3, got 3");
    LayerSpec pooled = new Conv2dAveragePool(3, 3, 1, Activation.RELU);
    assertThatThrownBy(() -> pooled.outputShape(Shape.of(4, 5, 2)))
        .hasMessageStartingWith("average pool: expected maps whose extents 2 divides, got [4, 5");
    assertThatThrownBy(() -> pooled.outputShape(Shape.of(40)))
        .hasMessageStartingWith("conv2d: expected maps [height, width, channels] as input");
  }
}
