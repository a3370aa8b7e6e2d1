package org.gan4j.cuda;

import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;

/** The numbers under which the kernels' sources know functions: their enums have this order. */
final class KernelCodes {
  private KernelCodes() {}

  static int of(Activation activation) {
    return switch (activation.kind()) {
      case IDENTITY -> 0;
      case RELU -> 1;
      case LEAKY_RELU -> 2;
      case TANH -> 3;
      case SIGMOID -> 4;
      case SOFTPLUS -> 5;
    };
  }

  static int of(UnaryOp op) {
    return switch (op) {
      case NEGATE -> 0;
      case EXP -> 1;
      case LOG -> 2;
      case SQRT -> 3;
      case SQUARE -> 4;
      case ABS -> 5;
      case SIGN -> 6;
      case RECIPROCAL -> 7;
      case FINITE_OR_ZERO -> 8;
    };
  }

  static int of(BinaryOp op) {
    return switch (op) {
      case ADD -> 0;
      case SUBTRACT -> 1;
      case MULTIPLY -> 2;
      case DIVIDE -> 3;
    };
  }
}
