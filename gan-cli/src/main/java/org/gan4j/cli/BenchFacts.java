package org.gan4j.cli;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backends;

/** The machine and the settings of a benchmark, for beside its numbers. */
final class BenchFacts {
  /** The load of each processor above which times say more about other programs. */
  private static final double BUSY = 0.5;

  private BenchFacts() {}

  static Map<String, String> of(int threads, DType dtype, boolean full) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version", Launch.version());
    facts.put("date", LocalDate.now(ZoneId.systemDefault()).toString());
    facts.put("cpu", Machine.processor());
    facts.put("os", Machine.system());
    facts.put("java", System.getProperty("java.version"));
    facts.put("kernel", kernel());
    facts.put("threads", Integer.toString(threads));
    facts.put("dtype", dtype.name());
    facts.put("selection", full ? "full" : "quick");
    facts.put("load", load() < 0 ? "unknown" : described());
    return facts;
  }

  /** The kernel of OpenBLAS. */
  private static String kernel() {
    return Backends.providers().stream()
        .filter(provider -> provider.name().equals("cpu"))
        .map(provider -> provider.probe().details().getOrDefault("kernel", "unknown"))
        .findFirst()
        .orElse("unknown");
  }

  /** A warning if other programs are running; they would be measured too. */
  static Optional<String> warning() {
    return load() > BUSY * processors()
        ? Optional.of(
            "The machine is busy, with a load of " + described() + "; times will be long.")
        : Optional.empty();
  }

  private static String described() {
    return String.format(Locale.ROOT, "%.1f on %d processors", load(), processors());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
