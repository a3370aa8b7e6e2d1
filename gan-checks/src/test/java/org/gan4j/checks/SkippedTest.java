package org.gan4j.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Prints which tests of the other modules were skipped and why. With {@code GAN4J_SKIPS=fail} in
 * the environment, as in CI, a skipped test fails the build, unless it needs NVIDIA's compiler,
 * which a machine without CUDA cannot simply install.
 */
class SkippedTest {
  private static final Path ROOT = Path.of(System.getProperty("gan4j.root"));

  @Test
  void skippedTestsAreNamed() throws Exception {
    List<String> skipped = skipped(ROOT);
    if (!skipped.isEmpty()) {
      System.out.println(banner(skipped));
    }
    if ("fail".equals(System.getenv("GAN4J_SKIPS"))) {
      assertThat(skipped)
          .as("tests that were skipped")
          .allMatch(test -> test.contains("there is no nvcc here"));
    }
  }

  private static String banner(List<String> skipped) {
    String line = "=".repeat(100);
    return String.format(
        Locale.ROOT,
        "%n%s%nNOT TESTED: %d tests were skipped%n  %s%n%s%n",
        line,
        skipped.size(),
        String.join(String.format(Locale.ROOT, "%n  "), skipped),
        line);
  }

  /** The skipped tests in the latest reports of each module. */
  private static List<String> skipped(Path root)
      throws IOException, ParserConfigurationException, SAXException {
    PathMatcher report =
        FileSystems.getDefault().getPathMatcher("glob:**/target/surefire-reports/TEST-*.xml");
    List<String> skipped = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root, 4)) {
      for (Path file : files.filter(report::matches).sorted().toList()) {
        NodeList marks =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("skipped");
        for (int i = 0; i < marks.getLength(); i++) {
          Element test = (Element) marks.item(i).getParentNode();
          String reason = ((Element) marks.item(i)).getAttribute("message");
          skipped.add(
              test.getAttribute("classname") + "." + test.getAttribute("name") + ": " + reason);
        }
      }
    }
    return skipped;
  }

  @Test
  void aSkippedTestIsFoundInItsReport(@TempDir Path root) throws Exception {
    Path reports = Files.createDirectories(root.resolve("gan-x/target/surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-org.X.xml"),
        "<testsuite><testcase name=\"works\" classname=\"org.X\"/>"
            + "<testcase name=\"needsData\" classname=\"org.X\">"
            + "<skipped message=\"Assumption failed: mnist is not there\"/></testcase></testsuite>");
    assertThat(skipped(root))
        .containsExactly("org.X.needsData: Assumption failed: mnist is not there");
  }
}
