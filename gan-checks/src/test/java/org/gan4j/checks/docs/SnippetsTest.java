package org.gan4j.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java code of each page compiles with the imports that the page shows, and uses all of them.
 * Types that a page declares are visible to its later blocks. Statements also run, and print what
 * the comments behind their {@code println} say.
 */
class SnippetsTest {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  static List<String> pages() throws IOException {
    return Pages.all().stream().filter(page -> Pages.text(page).contains("```java\n")).toList();
  }

  @Test
  void thePagesAreFound() throws IOException {
    assertThat(pages()).contains("README.md", "docs/guide/gradients.md").hasSizeGreaterThan(6);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void compilesAndPrintsWhatItSays(String page, @TempDir Path classes) throws Exception {
    assertThat(problems(page, Pages.text(page), classes)).isEmpty();
  }

  private static List<String> problems(String name, String markdown, Path classes)
      throws Exception {
    Snippet.Page page = Snippet.page(markdown);
    List<String> problems = new ArrayList<>();
    for (String imported : page.imports()) {
      if (page.snippets().stream().noneMatch(snippet -> snippet.uses(imported))) {
        problems.add(name + ": " + imported + " is imported and not used");
      }
    }
    for (Snippet snippet : page.snippets()) {
      for (String imported : snippet.imports()) {
        if (!snippet.uses(imported)) {
          problems.add(at(name, snippet.firstLine(), imported + " is imported and not used"));
        }
      }
      List<String> errors = compile(name, snippet, classes);
      problems.addAll(errors);
      if (errors.isEmpty() && snippet.statements()) {
        String printed = run(classes);
        if (!printed.equals(snippet.printed())) {
          problems.add(
              at(name, snippet.firstLine(), "says " + snippet.printed() + "prints " + printed));
        }
      }
    }
    return problems;
  }

  private static String at(String page, long line, String problem) {
    return page + ":" + line + ": " + problem;
  }

  private static List<String> compile(String page, Snippet snippet, Path classes) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path =
        System.getProperty("java.class.path") + System.getProperty("path.separator") + classes;
    boolean compiled =
        COMPILER
            .getTask(
                new StringWriter(),
                null,
                found,
                List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    path,
                    "-proc:none",
                    "-Xlint:all,-path,-auxiliaryclass"),
                null,
                List.of(new Source(snippet.source())))
            .call();
    List<String> messages =
        found.getDiagnostics().stream()
            .map(each -> at(page, each.getLineNumber(), each.getMessage(Locale.ROOT)))
            .toList();
    assertThat(compiled || !messages.isEmpty()).as("an error has a message").isTrue();
    return messages;
  }

  private static String run(Path classes) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(Snippet.CLASS).getMethod(Snippet.METHOD).invoke(null);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void problemsAreReportedWithPageAndLine(@TempDir Path classes) throws Exception {
    String page =
        """
        # Title
        ```java
        import java.util.List;
        import java.util.Map;
        ```
        text
        ```java
        record Pair(int a, int b) {}
        ```
        ```java
        import java.util.Set;

        int x = List.of(new Pair(1, 2)).size();
        System.out.println(x); // 2
        ```
        ```java
        missing();
        ```
        """;
    assertThat(problems("page.md", page, classes))
        .satisfiesExactly(
            unused -> assertThat(unused).isEqualTo("page.md: Map is imported and not used"),
            unused -> assertThat(unused).isEqualTo("page.md:11: Set is imported and not used"),
            printed ->
                assertThat(printed.lines()).containsExactly("page.md:11: says 2", "prints 1"),
            error -> assertThat(error).startsWith("page.md:17: cannot find symbol"));
  }

  /** Accepts a public class of any name. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Page.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }

    @Override
    public NestingKind getNestingKind() {
      return NestingKind.TOP_LEVEL;
    }

    @Override
    public Modifier getAccessLevel() {
      return Modifier.PUBLIC;
    }
  }
}
