package org.gan4j.testkit.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;

/** Reading a gradient that was not requested is an error, since it was not computed. */
class UnaskedGradientTest {
  private static final DType TYPE = DType.FLOAT64;

  @Test
  void whatWasNotAskedForIsNotZero() {
    try (Backend backend = Backends.open("reference")) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), TYPE, 5);
      Parameter unused = new Parameter(backend, "q", Shape.of(1), TYPE, 5);
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.watch(backend.tensor(Shape.of(1), TYPE, 2.0));
        Var y = tape.watch(backend.tensor(Shape.of(1), TYPE, 3.0));
        Var square = x.square();
        Var product = square.multiply(y).multiply(tape.use(p)).sum();
        Gradients gradients = tape.gradient(product, List.of(x));
        assertThat(gradients.of(x).item()).isEqualTo(60);
        assertThat(gradients.of(square).item()).as("on the way to x").isEqualTo(15);
        String message =
            "gradient: expected a variable whose gradient was requested, got another [1]; name it"
                + " in gradient(y, xs)";
        assertThatThrownBy(() -> gradients.of(y))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message);
        assertThatThrownBy(() -> gradients.of(p))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message);
        assertThat(gradients.of(unused).toDoubles()).containsExactly(0);
      }
    }
  }
}
