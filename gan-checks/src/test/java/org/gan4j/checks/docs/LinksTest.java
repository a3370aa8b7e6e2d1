package org.gan4j.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The links from page to page lead somewhere, and the README leads to every guide. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

  static List<String> pages() throws IOException {
    return Pages.all();
  }

  private static List<Path> targets(String page) {
    Path file = Pages.ROOT.resolve(page);
    return LINK.matcher(Pages.text(page))
        .results()
        .map(link -> file.resolveSibling(link.group(1)).normalize())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadSomewhere(String page) {
    assertThat(targets(page)).allMatch(Files::exists);
  }

  @Test
  void theReadmeNamesEveryGuide() throws IOException {
    List<Path> guides =
        pages().stream()
            .filter(page -> page.startsWith("docs/guide/"))
            .map(page -> Pages.ROOT.resolve(page).normalize())
            .toList();
    assertThat(guides).hasSizeGreaterThan(10);
    assertThat(targets("README.md")).containsAll(guides);
  }
}
