package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** How a classifier scores generated samples. */
interface Score {
  String text();

  ObjectNode json();

  /** {@return the numbers to compare generators by; the first one says which is better} */
  List<ScoreNumber> numbers();

  /** {@return how the score misses the threshold, expected and got; empty if it does not} */
  Optional<String> shortfall(double atLeast);
}
