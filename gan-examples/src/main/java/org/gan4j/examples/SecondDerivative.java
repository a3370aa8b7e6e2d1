package org.gan4j.examples;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;

/**
 * Derivatives on the tape: the gradient 3x² of f(x) = Σ x³, and its Hessian times a vector v, 6xv,
 * as the gradient of ⟨∇f, v⟩.
 */
public final class SecondDerivative {
  private SecondDerivative() {}

  /**
   * Prints both.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    try (Backend backend = Backends.open("cpu");
        Tape tape = Tape.on(backend)) {
      Shape shape = Shape.of(3);
      Var x = tape.watch(backend.tensor(shape, DType.FLOAT64, 1.0, 2.0, 3.0));
      Var v = tape.constant(backend.tensor(shape, DType.FLOAT64, 1.0, 0.0, -1.0));

      Var f = x.square().multiply(x).sum();
      Var gradient = tape.gradient(f, List.of(x)).of(x);
      Var product = tape.gradient(gradient.multiply(v).sum(), List.of(x)).of(x);

      System.out.println("gradient        " + Arrays.toString(gradient.value().toDoubles()));
      System.out.println("Hessian times v " + Arrays.toString(product.value().toDoubles()));
    }
  }
}
