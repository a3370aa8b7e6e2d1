package org.gan4j.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether names of files reached this process unharmed. Where a name has bytes that the locale's
 * encoding does not, Java puts U+FFFD in their place; a file of the changed name would be another.
 */
final class LocaleEncoding {
  private static final char REPLACEMENT = '\uFFFD';

  private LocaleEncoding() {}

  /**
   * Looks for such names.
   *
   * @param args what was typed
   * @param workingFolder the folder in which relative names are looked for
   * @param environment gives a variable's value, or null if there is none
   * @return the message about the first one
   */
  static Optional<String> problem(
      String[] args, String workingFolder, UnaryOperator<String> environment) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i++) {
      names.put("argument " + (i + 1), args[i]);
    }
    names.put("working folder", workingFolder);
    for (String variable : new String[] {"GAN4J_DATA", "XDG_CACHE_HOME", "HOME"}) {
      names.put(variable, environment.apply(variable));
    }
    return names.entrySet().stream()
        .filter(name -> name.getValue() != null && name.getValue().indexOf(REPLACEMENT) >= 0)
        .findFirst()
        .map(name -> message(name.getKey(), name.getValue()));
  }

  private static String message(String where, String name) {
    return String.format(
        Locale.ROOT,
        "%s: expected a name in the locale's encoding, %s, got '%s'; set LC_ALL=C.UTF-8",
        where,
        System.getProperty("sun.jnu.encoding"),
        name.replace(REPLACEMENT, '?'));
  }
}
