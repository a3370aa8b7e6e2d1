package org.gan4j.losses.divergence;

import java.util.Locale;

/**
 * How a density falls towards one end of the line, up to factors that no mean depends on. It
 * decides whether a Kullback–Leibler divergence is finite, which no finite number of evaluations
 * can.
 *
 * @param kind the form of its fall
 * @param index the exponent: k of exp(−|x/s|ᵏ), or α of |x|^−(1+α); 0 for other forms
 * @param scale the scale s; 0 where it plays no part
 */
public record Tail(Kind kind, double index, double scale) implements Comparable<Tail> {
  /** Forms of a tail, from light to heavy. */
  public enum Kind {
    /** The density is zero from some point on. */
    BOUNDED,
    /** Like exp(−exp(|x|/s)), the lower tail of the Gumbel distribution. */
    DOUBLE_EXPONENTIAL,
    /** Like exp(−|x/s|ᵏ): Gaussian with k = 2, exponential with k = 1. */
    EXPONENTIAL_POWER,
    /** Like exp(−log²|x| / (2s²)). */
    LOG_NORMAL,
    /** Like |x|^−(1+α). */
    POWER
  }

  /** {@return the tail of a bounded support} */
  public static Tail bounded() {
    return new Tail(Kind.BOUNDED, 0, 0);
  }

  /**
   * Returns a tail like exp(−exp(|x|/s)).
   *
   * @param scale s
   * @return the tail
   */
  public static Tail doubleExponential(double scale) {
    return new Tail(Kind.DOUBLE_EXPONENTIAL, 0, scale);
  }

  /**
   * Returns a normal distribution's tail.
   *
   * @param sd its standard deviation
   * @return the tail
   */
  public static Tail gaussian(double sd) {
    return exponentialPower(2, sd * Math.sqrt(2));
  }

  /**
   * Returns a tail like exp(−|x|/s).
   *
   * @param scale s
   * @return the tail
   */
  public static Tail exponential(double scale) {
    return exponentialPower(1, scale);
  }

  /**
   * Returns a tail like exp(−|x/s|ᵏ).
   *
   * @param index k
   * @param scale s
   * @return the tail
   */
  public static Tail exponentialPower(double index, double scale) {
    return new Tail(Kind.EXPONENTIAL_POWER, index, scale);
  }

  /**
   * Returns a tail like exp(−log²|x| / (2s²)).
   *
   * @param scale s
   * @return the tail
   */
  public static Tail logNormal(double scale) {
    return new Tail(Kind.LOG_NORMAL, 0, scale);
  }

  /**
   * Returns a tail like |x|^−(1+α).
   *
   * @param index α; 1 for Cauchy, the degrees of freedom for Student
   * @return the tail
   */
  public static Tail power(double index) {
    return new Tail(Kind.POWER, index, 0);
  }

  /** Whether log q has a finite mean under a density with this tail, q having the other tail. */
  boolean integratesLogOf(Tail q) {
    return switch (q.kind) {
      case BOUNDED -> kind == Kind.BOUNDED;
      case DOUBLE_EXPONENTIAL -> outweighs(q.scale);
      case EXPONENTIAL_POWER -> kind != Kind.POWER || index > q.index;
      case LOG_NORMAL, POWER -> true;
    };
  }

  /** Whether exp(|x|/s) has a finite mean under this tail. */
  private boolean outweighs(double s) {
    return switch (kind) {
      case BOUNDED, DOUBLE_EXPONENTIAL -> true;
      case EXPONENTIAL_POWER -> index > 1 || (index == 1 && scale < s);
      case LOG_NORMAL, POWER -> false;
    };
  }

  /**
   * The rate at which the logarithm of x f(x) |log q(x)| falls with log x in the end, if f has this
   * tail and q the other: what powers leave of it; all other tails fall faster than any power.
   */
  double rateAgainst(Tail q) {
    if (kind != Kind.POWER) {
      return Double.POSITIVE_INFINITY;
    }
    return q.kind == Kind.EXPONENTIAL_POWER ? index - q.index : index;
  }

  /** Orders tails from light to heavy. */
  @Override
  public int compareTo(Tail other) {
    int order = kind.compareTo(other.kind);
    if (order == 0) {
      order = Double.compare(other.index, index);
    }
    return order != 0 ? order : Double.compare(scale, other.scale);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case BOUNDED -> "zero";
      case DOUBLE_EXPONENTIAL -> "like exp(-exp(|x|/%s))".formatted(number(scale));
      case EXPONENTIAL_POWER -> exponentialPower();
      case LOG_NORMAL -> "like exp(-log(|x|)^2/%s)".formatted(number(2 * scale * scale));
      case POWER -> "like |x|^-%s".formatted(number(1 + index));
    };
  }

  private String exponentialPower() {
    return index == 1
        ? "like exp(-|x|/%s)".formatted(number(scale))
        : "like exp(-|x/%s|^%s)".formatted(number(scale), number(index));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }
}
