package org.gan4j.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of the generators that a run has kept. */
enum WhichGenerator {
  /** The averaged parameters (EMA) of the newest checkpoint. */
  AVERAGED,
  /** The last parameters of the newest checkpoint. */
  LAST,
  /** The best checkpoint, with averaged parameters where the run has them. */
  BEST;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static WhichGenerator ofId(String id) {
    return Arrays.stream(values())
        .filter(which -> which.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--which: expected "
                        + Arrays.stream(values())
                            .map(WhichGenerator::id)
                            .collect(Collectors.joining(", "))
                        + ", got '"
                        + id
                        + "'"));
  }
}
