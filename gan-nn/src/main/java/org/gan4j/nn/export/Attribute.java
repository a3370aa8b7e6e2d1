package org.gan4j.nn.export;

import java.util.Arrays;
import java.util.List;

/** A constant setting of an operator. */
public sealed interface Attribute {
  /** {@return the name that the operator gives it} */
  String name();

  /**
   * A real number.
   *
   * @param name the name
   * @param value the number
   */
  record Real(String name, double value) implements Attribute {}

  /**
   * A whole number.
   *
   * @param name the name
   * @param value the number
   */
  record Whole(String name, long value) implements Attribute {}

  /**
   * A list of whole numbers.
   *
   * @param name the name
   * @param values the numbers
   */
  record Wholes(String name, List<Long> values) implements Attribute {
    /**
     * Copies the list.
     *
     * @param name the name
     * @param values the numbers
     */
    public Wholes {
      values = List.copyOf(values);
    }
  }

  /**
   * A word.
   *
   * @param name the name
   * @param value the word
   */
  record Text(String name, String value) implements Attribute {}

  /**
   * Returns a real number.
   *
   * @param name the name
   * @param value the number
   * @return the attribute
   */
  static Attribute real(String name, double value) {
    return new Real(name, value);
  }

  /**
   * Returns a whole number.
   *
   * @param name the name
   * @param value the number
   * @return the attribute
   */
  static Attribute whole(String name, long value) {
    return new Whole(name, value);
  }

  /**
   * Returns a list of whole numbers.
   *
   * @param name the name
   * @param values the numbers
   * @return the attribute
   */
  static Attribute wholes(String name, long... values) {
    return new Wholes(name, Arrays.stream(values).boxed().toList());
  }

  /**
   * Returns a word.
   *
   * @param name the name
   * @param value the word
   * @return the attribute
   */
  static Attribute text(String name, String value) {
    return new Text(name, value);
  }
}
