package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a classifier makes of generated samples. */
interface Score {
  String text();

  ObjectNode json();

  /** {@return what is missing from the bar, expected and got; empty where it is reached} */
  Optional<String> shortfall(double atLeast);
}
