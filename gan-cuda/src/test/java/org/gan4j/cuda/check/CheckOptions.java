package org.gan4j.cuda.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to check.
 *
 * @param backends the backends, the plain one first
 * @param steps how many steps must repeat bit for bit
 * @param seconds about how long to measure for each backend
 * @param large whether to measure networks and products that a CPU takes long for
 * @param peers results of other programs, to be shown beside ours
 * @param out the file to write
 */
record CheckOptions(
    List<String> backends, int steps, double seconds, boolean large, List<Path> peers, Path out) {

  /** Reads {@code --backend A,B --steps N --seconds S --small --peer FILE --out FILE}. */
  static CheckOptions of(String... arguments) {
    List<String> backends = List.of("cuda", "cuda+graph");
    int steps = 500;
    double seconds = 40;
    boolean large = true;
    List<Path> peers = new ArrayList<>();
    Path out = Path.of("gpu-check.json");
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--backend" -> backends = List.of(arguments[++i].split(",", -1));
        case "--steps" -> steps = Integer.parseInt(arguments[++i]);
        case "--seconds" -> seconds = Double.parseDouble(arguments[++i]);
        case "--small" -> large = false;
        case "--peer" -> peers.add(Path.of(arguments[++i]));
        case "--out" -> out = Path.of(arguments[++i]);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new CheckOptions(backends, steps, seconds, large, List.copyOf(peers), out);
  }
}
