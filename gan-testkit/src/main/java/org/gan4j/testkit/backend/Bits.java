package org.gan4j.testkit.backend;

import org.gan4j.testkit.HostArray;

/** Asserts that numbers are equal, including the sign of a zero; any NaN matches any other. */
final class Bits {
  private Bits() {}

  static void assertSame(String what, double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      throw new AssertionError(
          what + ": expected " + expected.length + " numbers, got " + actual.length);
    }
    for (int i = 0; i < expected.length; i++) {
      if (Double.compare(expected[i], actual[i]) != 0) {
        throw new AssertionError(
            what + ", element " + i + ": expected " + expected[i] + ", got " + actual[i]);
      }
    }
  }

  static void assertSame(String what, HostArray expected, HostArray actual) {
    if (!expected.shape().equals(actual.shape())) {
      throw new AssertionError(
          what + ": expected shape " + expected.shape() + ", got " + actual.shape());
    }
    assertSame(what, expected.values(), actual.values());
  }
}
