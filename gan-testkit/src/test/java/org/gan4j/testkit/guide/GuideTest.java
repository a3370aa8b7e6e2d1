package org.gan4j.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recipes in the guides are those of this package and of my-loss, which are tested. */
class GuideTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void writeALayerShowsCompiledCode() throws IOException {
    List<String> snippets = snippets(Path.of("..", "docs", "guide", "write-a-layer.md"));
    assertThat(snippets).hasSize(2);
    assertThat(code("FeatureScale.java")).contains(snippets.get(0));
    assertThat(code("FeatureScaleTest.java")).contains(snippets.get(1));
  }

  @Test
  void writeALossShowsCompiledCode() throws IOException {
    List<String> snippets = snippets(Path.of("..", "docs", "guide", "write-a-loss.md"));
    assertThat(snippets).hasSize(5);
    Path project = Path.of("..", "gan-examples", "my-loss", "src");
    Path loss = project.resolve(Path.of("main", "java", "com", "example", "MyLoss.java"));
    Path test = project.resolve(Path.of("test", "java", "com", "example", "MyLossTest.java"));
    assertThat(Files.readString(loss)).contains(snippets.get(0));
    assertThat(Files.readString(loss.resolveSibling("MyRecipes.java"))).contains(snippets.get(1));
    assertThat(Files.readString(test)).contains(snippets.get(2));
    assertThat(code("SquaredHinge.java")).contains(snippets.get(3));
    assertThat(code("SmoothGp.java")).contains(snippets.get(4));
  }

  /** The loss of the guide and the one with a declared theory are the same loss. */
  @Test
  void theDeclaredLossIsTheGuides() throws IOException {
    String guide = snippets(Path.of("..", "docs", "guide", "write-a-loss.md")).get(0);
    int start = guide.indexOf('\n', guide.indexOf("public record"));
    String body = guide.substring(start, guide.lastIndexOf('}')).stripTrailing();
    assertThat(code("SquaredHinge.java")).contains(body);
  }

  private static List<String> snippets(Path guide) throws IOException {
    Stream<MatchResult> found = SNIPPET.matcher(Files.readString(guide)).results();
    return found.map(match -> match.group(1)).toList();
  }

  private static String code(String file) throws IOException {
    String folder = GuideTest.class.getPackageName().replace('.', '/');
    return Files.readString(Path.of("src", "test", "java").resolve(folder).resolve(file));
  }
}
