package org.gan4j.core.backend;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.core.Expect;

/**
 * An activation that a backend fuses with the product before it. Only functions whose derivative
 * can be computed from their output are listed, so that the backward pass need not keep the input.
 *
 * @param kind the function's family
 * @param slope the slope below 0 of a leaky ReLU, in (0, 1); 0 for every other kind
 */
public record Activation(Kind kind, double slope) {
  /** Families of activations. */
  public enum Kind {
    /** x. */
    IDENTITY,
    /** max(x, 0). */
    RELU,
    /** max(x, slope · x). */
    LEAKY_RELU,
    /** The hyperbolic tangent. */
    TANH,
    /** σ(x) = 1/(1 + e⁻ˣ). */
    SIGMOID,
    /** log(1 + eˣ), in the form max(x, 0) + log1p(e^−|x|) that never overflows. */
    SOFTPLUS
  }

  /** The identity. */
  public static final Activation IDENTITY = new Activation(Kind.IDENTITY, 0);

  /** The rectified linear unit. */
  public static final Activation RELU = new Activation(Kind.RELU, 0);

  /** The hyperbolic tangent. */
  public static final Activation TANH = new Activation(Kind.TANH, 0);

  /** The logistic function. */
  public static final Activation SIGMOID = new Activation(Kind.SIGMOID, 0);

  /** The softplus. */
  public static final Activation SOFTPLUS = new Activation(Kind.SOFTPLUS, 0);

  private static final Pattern TEXT = Pattern.compile("([a-z_]+)(?:\\(([-+0-9.eE]+)\\))?");

  /**
   * Checks that the slope fits the kind.
   *
   * @param kind the function's family
   * @param slope the slope below 0 of a leaky ReLU, in (0, 1); 0 for every other kind
   */
  public Activation {
    boolean leaky = kind == Kind.LEAKY_RELU;
    if (leaky ? !(slope > 0 && slope < 1) : slope != 0) {
      String expected = leaky ? "a slope between 0 and 1" : "no slope";
      throw Expect.failure("activation " + name(kind), expected, slope);
    }
  }

  /**
   * Returns the leaky rectified linear unit.
   *
   * @param slope its slope below 0, in (0, 1)
   * @return max(x, slope · x)
   */
  public static Activation leakyRelu(double slope) {
    return new Activation(Kind.LEAKY_RELU, slope);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @param text for example {@code tanh} or {@code leaky_relu(0.2)}
   * @return the activation
   * @throws IllegalArgumentException if the text is none of these; the message lists the known
   *     names
   */
  public static Activation parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      for (Kind kind : Kind.values()) {
        if (name(kind).equals(matcher.group(1))) {
          return new Activation(kind, matcher.group(2) == null ? 0 : slope(matcher.group(2)));
        }
      }
    }
    throw Expect.failure(
        "activation",
        "identity, relu, leaky_relu(0.2), tanh, sigmoid or softplus",
        "'" + text + "'");
  }

  private static double slope(String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw Expect.failure("activation", "a number as slope", "'" + digits + "'");
    }
  }

  /**
   * Evaluates the function in double precision.
   *
   * @param x the argument
   * @return the value
   */
  public double apply(double x) {
    return switch (kind) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case LEAKY_RELU -> Math.max(x, slope * x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    };
  }

  /**
   * Evaluates the derivative at the point whose output is {@code y}; at the kink of a ReLU, the
   * derivative from below.
   *
   * @param y the function's output
   * @return the derivative there
   */
  public double derivativeAtOutput(double y) {
    return switch (kind) {
      case IDENTITY -> 1;
      case RELU, LEAKY_RELU -> Double.isNaN(y) ? y : y > 0 ? 1 : slope;
      case TANH -> 1 - y * y;
      case SIGMOID -> y * (1 - y);
      case SOFTPLUS -> -Math.expm1(-y);
    };
  }

  /** {@return the name used in configs, with the slope where there is one} */
  @Override
  public String toString() {
    return kind == Kind.LEAKY_RELU ? name(kind) + "(" + slope + ")" : name(kind);
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
