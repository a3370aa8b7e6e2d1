package org.gan4j.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The BOM has no parent, so its versions are written twice; this test keeps them equal. */
class BomTest {
  private static final Path ROOT = Path.of(System.getProperty("gan4j.root"));

  @ParameterizedTest
  @ValueSource(strings = {"version", "javacpp.version", "openblas.version"})
  void versionsAreThoseOfTheBuild(String element) throws IOException {
    assertThat(first(element, "gan-bom/pom.xml")).isEqualTo(first(element, "pom.xml"));
  }

  private static String first(String element, String pom) throws IOException {
    Pattern pattern = Pattern.compile("<" + Pattern.quote(element) + ">(.+?)</");
    Matcher matcher = pattern.matcher(Files.readString(ROOT.resolve(pom)));
    assertThat(matcher.find()).as("%s in %s", element, pom).isTrue();
    return matcher.group(1);
  }
}
