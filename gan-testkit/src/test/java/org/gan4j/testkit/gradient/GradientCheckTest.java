package org.gan4j.testkit.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Node;
import org.gan4j.core.autograd.Primitive;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.backend.DeferredBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
  private static final BackendOptions OPTIONS = new BackendOptions(1, DType.FLOAT64);

  private static Backend open(String name) {
    return name.equals("deferred")
        ? DeferredBackend.open(options -> Backends.open("cpu", options), OPTIONS)
        : Backends.open(name, OPTIONS);
  }

  @Test
  void extrapolatedDifferencesAreGoodAndKnowHowGood() {
    // d/dx e^sin x at 0.3 is e^sin 0.3 · cos 0.3, and |x| has a kink beside 1e-4.
    Difference good = Difference.atZero(h -> Math.exp(Math.sin(0.3 + h)), 0.05);
    assertThat(good.value()).isCloseTo(Math.exp(Math.sin(0.3)) * Math.cos(0.3), within(1e-12));
    assertThat(good.uncertainty()).isLessThan(1e-11);
    Difference kink = Difference.atZero(h -> Math.abs(h - 1e-4), 0.05);
    assertThat(kink.uncertainty()).isGreaterThan(1e-4);
  }

  /** A square whose gradient is off by a factor of 1 + 1e-7, or whose second one is by 1 + 1e-5. */
  private record Wrong(double first, double second) implements Primitive {
    @Override
    public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
      return List.of(backend.unary(UnaryOp.SQUARE, inputs.get(0)));
    }

    @Override
    public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
      Var x = node.input(0);
      // 2x + (second − 1)(x − x₀) around the x₀ where it is checked: right there, wrong beside it.
      Var bent = x.subtract(x.detach()).multiply(second - 1).add(x);
      return List.of(upstream.get(0).multiply(bent).multiply(2 * first));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "deferred"})
  void wrongDerivativesAreSeen(String name) {
    HostArray x = Inputs.uniform(Shape.of(3), 0.5, 1.5, 1);
    try (Backend backend = open(name)) {
      GradientCheck.check("right", backend, xs -> applied(new Wrong(1, 1), xs), x);
      assertThatThrownBy(
              () ->
                  GradientCheck.check("off", backend, xs -> applied(new Wrong(1 + 1e-7, 1), xs), x))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("off: error of the gradient");
      assertThatThrownBy(
              () ->
                  GradientCheck.check("off", backend, xs -> applied(new Wrong(1, 1 + 1e-5), xs), x))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("off: error of the second derivative");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void derivativesThatAreNotFiniteAreSeen(double factor) {
    HostArray x = Inputs.uniform(Shape.of(3), 0.5, 1.5, 1);
    try (Backend backend = open("reference")) {
      for (Wrong wrong : List.of(new Wrong(factor, 1), new Wrong(1, factor))) {
        assertThatThrownBy(() -> GradientCheck.check("off", backend, xs -> applied(wrong, xs), x))
            .as("%s", wrong)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("off: error of the");
      }
    }
  }

  private static Var applied(Primitive primitive, List<Var> xs) {
    return xs.get(0).tape().apply(primitive, xs.get(0)).get(0).sum();
  }

  /** A small network with every kind of layer at once, parameters and input together. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "deferred"})
  void networksHaveRightDerivatives(String name) {
    HostArray x = Inputs.normal(Shape.of(3, 2), 1);
    HostArray w = Inputs.normal(Shape.of(4, 2), 2);
    HostArray b = Inputs.normal(Shape.of(4), 3);
    HostArray v = Inputs.normal(Shape.of(1, 4), 4);
    try (Backend backend = open(name)) {
      GradientCheck.check(
          "softplus of a network",
          backend,
          in -> {
            Var hidden = in.get(0).dense(in.get(1), in.get(2), Activation.TANH);
            return hidden.matmul(false, in.get(3), true).softplus().mean();
          },
          x,
          w,
          b,
          v);
    }
  }
}
