package org.gan4j.losses.penalty;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.RngStream;

/** Random constants on the tape and in the element type of a variable. */
final class Draws {
  private Draws() {}

  /** Independent N(0, 1) numbers of the variable's shape. */
  static Var normal(Var like, RngStream stream) {
    RandomGenerator draws = stream.at(0);
    return filled(like, like.shape(), draws::nextGaussian);
  }

  /** Independent U(0, 1) numbers, {@code [rows, 1]}. */
  static Var uniformColumn(Var like, int rows, RngStream stream) {
    RandomGenerator draws = stream.at(0);
    return filled(like, Shape.of(rows, 1), draws::nextDouble);
  }

  private static Var filled(Var like, Shape shape, DoubleSupplier draw) {
    double[] values = new double[shape.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = draw.getAsDouble();
    }
    Tape tape = like.tape();
    return tape.constant(tape.backend().tensor(shape, like.dtype(), values));
  }
}
