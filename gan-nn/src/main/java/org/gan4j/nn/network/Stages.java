package org.gan4j.nn.network;

import org.gan4j.core.Expect;

/** How often a square image is halved: until its side is 4 or odd. */
final class Stages {
  private Stages() {}

  /** {@return the number of halvings} */
  static int of(String network, int size) {
    int stages = 0;
    for (int side = size; side > 4 && side % 2 == 0; side /= 2) {
      stages++;
    }
    Expect.that(
        stages > 0 && size >> stages <= 8,
        network,
        "a side that halves to 8 or less, such as 28, 32 or 64",
        size);
    return stages;
  }
}
