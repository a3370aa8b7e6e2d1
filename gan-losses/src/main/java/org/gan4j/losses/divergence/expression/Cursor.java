package org.gan4j.losses.divergence.expression;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the text, past the blanks. */
final class Cursor {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final String text;
  private int index;

  Cursor(String text) {
    this.text = text;
  }

  int start() {
    while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
      index++;
    }
    return index;
  }

  boolean atEnd() {
    return start() == text.length();
  }

  boolean atNumber() {
    return !atEnd() && "+-.0123456789".indexOf(text.charAt(index)) >= 0;
  }

  boolean looksAt(String name) {
    Matcher matcher = NAME.matcher(text).region(start(), text.length());
    return matcher.lookingAt() && matcher.group().equals(name);
  }

  boolean accept(char sign) {
    boolean found = !atEnd() && text.charAt(index) == sign;
    index += found ? 1 : 0;
    return found;
  }

  void require(char sign, String what) {
    if (!accept(sign)) {
      throw expected(what);
    }
  }

  String name() {
    return match(NAME, "a density such as normal(0, 1)");
  }

  double number(String what) {
    int start = start();
    double value = Double.parseDouble(match(NUMBER, what));
    if (Double.isInfinite(value)) {
      throw at(start, "expected " + what + " below 1.8e308, got " + text.substring(start, index));
    }
    return value;
  }

  private String match(Pattern pattern, String what) {
    Matcher matcher = pattern.matcher(text).region(start(), text.length());
    if (!matcher.lookingAt()) {
      throw expected(what);
    }
    index = matcher.end();
    return matcher.group();
  }

  ExpressionException expected(String what) {
    String got = atEnd() ? "the end" : "'" + Character.toString(text.codePointAt(index)) + "'";
    return at(index, "expected " + what + ", got " + got);
  }

  ExpressionException at(int place, String what) {
    return new ExpressionException(text, place, what);
  }

  /** Adds the place to what a distribution says of its parameters. */
  <T> T refusing(int place, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw at(place, e.getMessage());
    }
  }
}
