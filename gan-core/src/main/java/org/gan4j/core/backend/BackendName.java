package org.gan4j.core.backend;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.core.Expect;

/**
 * What names a backend in configs and commands: the provider's name, which a device and ways to use
 * it may follow, such as {@code cpu}, {@code cuda:1} or {@code cuda+graph+tf32}. Whoever compares
 * results by name thus keeps ways apart that give different numbers.
 *
 * @param provider the provider's name
 * @param accelerator the device and how it is used
 */
public record BackendName(String provider, Accelerator accelerator) {
  private static final Pattern TEXT = Pattern.compile("([^:+]+)(?::(\\d{1,4}))?((?:\\+[^:+]+)*)");
  private static final List<String> WAYS = List.of("graph", "tf32");

  /**
   * Reads what {@link #toString} writes. A text of another form is taken as a provider's name,
   * which no provider has.
   *
   * @param text the text
   * @return the name
   * @throws IllegalArgumentException if a way is unknown
   */
  public static BackendName parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return new BackendName(text, Accelerator.DEFAULT);
    }
    int device = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    List<String> ways = List.of(matcher.group(3).split("\\+", -1));
    for (String way : ways.subList(1, Math.max(1, ways.size()))) {
      if (!WAYS.contains(way)) {
        throw Expect.unknown("backend " + matcher.group(1), WAYS, way);
      }
    }
    Accelerator accelerator =
        new Accelerator(device, ways.contains("graph"), ways.contains("tf32"));
    return new BackendName(matcher.group(1), accelerator);
  }

  /**
   * Returns this name with another device or way.
   *
   * @param other the new value
   * @return the changed name
   */
  public BackendName with(Accelerator other) {
    return new BackendName(provider, other);
  }

  @Override
  public String toString() {
    return provider + accelerator.suffix();
  }
}
