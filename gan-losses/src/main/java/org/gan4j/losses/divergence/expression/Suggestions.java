package org.gan4j.losses.divergence.expression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a mistyped name may have meant. */
final class Suggestions {
  private static final List<String> NAMES =
      Stream.concat(Family.ALL.stream().map(Family::name), Stream.of("atoms")).toList();

  /** Short forms that people know from other tools. */
  private static final List<String> OTHERS = List.of("gaussian", "gauss", "norm", "t", "exp");

  private static final List<String> MEANT =
      List.of("normal", "normal", "normal", "student", "exponential");

  private Suggestions() {}

  static String unknown(String name) {
    String all = String.join(", ", NAMES);
    if (name.equals("atoms")) {
      return "expected a density, got atoms; atoms stand alone, with all their probabilities";
    }
    String nearest = nearest(name.toLowerCase(Locale.ROOT));
    return nearest.isEmpty()
        ? String.format(Locale.ROOT, "expected one of %s, got '%s'", all, name)
        : String.format(
            Locale.ROOT, "expected a known density, got '%s'; did you mean %s?", name, nearest);
  }

  private static String nearest(String name) {
    int other = OTHERS.indexOf(name);
    if (other >= 0) {
      return MEANT.get(other);
    }
    String nearest =
        NAMES.stream().min(Comparator.comparingInt(known -> distance(name, known))).orElseThrow();
    return distance(name, nearest) <= Math.max(1, nearest.length() / 3) ? nearest : "";
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
