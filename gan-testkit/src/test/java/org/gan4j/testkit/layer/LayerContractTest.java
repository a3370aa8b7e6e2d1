package org.gan4j.testkit.layer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;
import org.junit.jupiter.api.Test;

/** What the contract says of a layer that does not fit it. */
class LayerContractTest {
  /** Takes pairs only, as {@code outputShape} says; {@code forward} fails less clearly. */
  private record Pairs() implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
      Expect.that(input.equals(Shape.of(2)), "pairs", "samples of shape [2]", input);
      return Shape.of(1);
    }

    @Override
    public Layer build(Shape input, Rng init, Backend backend) {
      return new WithoutParameters(
          (x, pass) -> {
            Tensor ones = backend.full(Shape.of(2, 1), backend.dtype(), 1);
            return x.matmul(pass.tape().constant(ones));
          });
    }
  }

  /** Takes samples of every shape and flattens them. */
  private record Flatten() implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
      return Shape.of((int) input.size());
    }

    @Override
    public Layer build(Shape input, Rng init, Backend backend) {
      return new WithoutParameters(
          (x, pass) -> x.reshape(outputShape(input).batch(x.shape().rows())));
    }
  }

  private record WithoutParameters(BiFunction<Var, Pass, Var> function) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return function.apply(x, pass);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  private static LayerContract contract(LayerSpec spec, Shape input, Optional<Shape> refused) {
    return new LayerContract() {
      @Override
      protected LayerSpec spec() {
        return spec;
      }

      @Override
      protected Shape input() {
        return input;
      }

      @Override
      protected Optional<Shape> refused() {
        return refused;
      }
    };
  }

  @Test
  void aRefusedInputIsReportedInTheLayersOwnWords() {
    LayerContract contract = contract(new Pairs(), Shape.of(3), Optional.of(Shape.of(5)));
    for (ThrowingCallable test :
        List.<ThrowingCallable>of(
            () -> contract.outputsHaveTheDeclaredShape("reference"),
            () -> contract.derivativesAgreeWithDifferences("reference"),
            contract::frozenPassesLearnNothing)) {
      assertThatThrownBy(test)
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "Pairs[]: expected it to take samples of shape [3], got \"pairs: expected samples of"
                  + " shape [2], got [3]\"; override input() to return a shape that it takes");
    }
    assertThatCode(
            () ->
                contract(new Pairs(), Shape.of(2), Optional.of(Shape.of(5)))
                    .outputsHaveTheDeclaredShape("reference"))
        .doesNotThrowAnyException();
  }

  @Test
  void aLayerThatTakesEveryShapeNeedNotKeepIt() {
    assertThatCode(
            () ->
                contract(new Flatten(), Shape.of(3), Optional.empty())
                    .wiringErrorsSayWhatWasExpected())
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                contract(new Flatten(), Shape.of(3), Optional.of(Shape.of(2, 3)))
                    .wiringErrorsSayWhatWasExpected())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "samples of shape [2, 3]; override refused() if the layer takes them");
  }
}
