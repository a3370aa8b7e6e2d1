package org.gan4j.speed.report;

import java.util.Locale;
import org.gan4j.io.ReadableNumber;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;

/** A case in words: passes over memory by GB/s and the copy, all others by GFLOP/s and the peak. */
final class CaseNumbers {
  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1e3;

  private final SpeedResults results;
  private final CaseResult one;

  CaseNumbers(SpeedResults results, CaseResult one) {
    this.results = results;
    this.one = one;
  }

  static String rateUnit(Kind kind) {
    return kind.isMemoryBound() ? "GB/s" : "GFLOP/s";
  }

  static String ceiling(Kind kind) {
    return kind.isMemoryBound() ? "of copy" : "of peak";
  }

  /** A time with its unit, such as {@code 12.3 ms}. */
  static String time(double micros) {
    return micros < MICROS_PER_MILLI
        ? ReadableNumber.of(micros, DIGITS) + " µs"
        : ReadableNumber.of(micros / MICROS_PER_MILLI, DIGITS) + " ms";
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : ReadableNumber.of(value, DIGITS);
  }

  String median() {
    return time(one.timing().median());
  }

  String min() {
    return time(one.timing().min());
  }

  /** From the fastest round to the slowest. */
  String range() {
    Timing timing = one.timing();
    return time(timing.min()) + " – " + time(timing.max());
  }

  String rate() {
    return number(one.kind().isMemoryBound() ? one.gbps() : one.gflops());
  }

  /** From 0 to 1, or NaN. */
  double share() {
    return one.kind().isMemoryBound()
        ? one.gbps() / results.copyGbps(one.backend())
        : results.peakShare(one);
  }

  String percent() {
    return Double.isNaN(share()) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * share());
  }
}
