package org.gan4j.theory.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.theory.FakeRows;
import org.gan4j.theory.Result;
import org.gan4j.theory.Statement;
import org.gan4j.theory.rows.TheoremRows;
import org.junit.jupiter.api.Test;

/** The guide's row holds, and its table is the theorem's. */
class ProofGuideTest {
  private static final Path ROOT = Path.of(System.getProperty("gan4j.root"));
  private static final Path GUIDE = ROOT.resolve("docs/guide/prove-the-theorem.md");

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(GUIDE))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void theSnippetIsARowThatHolds() throws IOException, InterruptedException {
    List<String> snippets = found("```java\n(.*?)```");
    assertThat(snippets).hasSize(1);
    Path source =
        ROOT.resolve("gan-theory/src/test/java/org/gan4j/theory/guide/NormalDivergence.java");
    assertThat(Files.readString(source)).contains(snippets.get(0));
    assertThat(check(Densities.normal(0, 2)).failures()).isEmpty();
    assertThat(check(Densities.normal(0, 2.1)).holds()).isFalse();
  }

  private static Result check(Density q) throws InterruptedException {
    return FakeRows.check(new NormalDivergence(q)).get(0);
  }

  @Test
  void itsTableNamesEveryRowInTheReportsOrder() throws IOException {
    List<String> ids = found("\n\\| (?!row)([\\w-]+) \\| ");
    List<String> known = TheoremRows.theorem().statements().stream().map(Statement::id).toList();
    assertThat(ids).containsExactlyElementsOf(known);
  }
}
