package org.gan4j.checks.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of Java code in a page: types, or statements that a reader pastes into a method. A block
 * of imports alone is not a snippet; the page's later blocks use its imports.
 *
 * @param firstLine the number of its first line in the page
 * @param statements whether it consists of statements, which {@link #source} puts into a method
 * @param source a compilation unit, each of whose lines has the number that it has in the page
 * @param code the block without its imports
 * @param imports its own imports, by their simple names
 */
record Snippet(
    int firstLine, boolean statements, String source, String code, List<String> imports) {
  /** The class that statements are put into. */
  static final String CLASS = "Snippet";

  /** The method that statements are put into. */
  static final String METHOD = "run";

  private static final Pattern IMPORT = Pattern.compile("import (?:static )?[\\w.]+\\.(\\w+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:(?:public|final|abstract) )*(?:class|record|interface|enum) .*");
  private static final Pattern PRINTED = Pattern.compile("System\\.out\\.println\\(.*\\); // (.*)");

  /** The blocks of one page, and the imports that all of them share. */
  record Page(List<Snippet> snippets, List<String> imports) {}

  static Page page(String markdown) {
    List<String> lines = Arrays.asList(markdown.split("\n", -1));
    List<Snippet> snippets = new ArrayList<>();
    TreeMap<Integer, String> shared = new TreeMap<>();
    int at = lines.indexOf("```java");
    while (at >= 0) {
      int end = at + lines.subList(at, lines.size()).indexOf("```");
      TreeMap<Integer, String> imports = imports(lines, at + 1, end);
      Snippet snippet = snippet(lines, at, end, imports, shared);
      if (snippet.code().isBlank()) {
        shared.putAll(imports);
      } else {
        snippets.add(snippet);
      }
      int next = lines.subList(end, lines.size()).indexOf("```java");
      at = next < 0 ? -1 : end + next;
    }
    return new Page(snippets, names(shared));
  }

  private static TreeMap<Integer, String> imports(List<String> lines, int from, int to) {
    TreeMap<Integer, String> imports = new TreeMap<>();
    for (int i = from; i < to; i++) {
      if (IMPORT.matcher(lines.get(i)).matches()) {
        imports.put(i, lines.get(i));
      }
    }
    return imports;
  }

  private static List<String> names(TreeMap<Integer, String> imports) {
    return imports.values().stream().map(line -> IMPORT.matcher(line).replaceAll("$1")).toList();
  }

  private static Snippet snippet(
      List<String> page,
      int fence,
      int end,
      TreeMap<Integer, String> imports,
      TreeMap<Integer, String> shared) {
    TreeMap<Integer, String> code = new TreeMap<>();
    for (int i = fence + 1; i < end; i++) {
      if (!imports.containsKey(i)) {
        code.put(i, page.get(i));
      }
    }
    boolean statements = code.values().stream().noneMatch(line -> TYPE.matcher(line).matches());
    TreeMap<Integer, String> unit = new TreeMap<>(shared);
    unit.putAll(imports);
    unit.putAll(code);
    if (statements) {
      String opening =
          " public class " + CLASS + " { public static void " + METHOD + "() throws Exception {";
      unit.merge(imports.isEmpty() ? fence : imports.lastKey(), opening, String::concat);
      unit.put(end, "}}");
    }
    StringBuilder source = new StringBuilder();
    for (int i = 0; i <= end; i++) {
      source.append(unit.getOrDefault(i, "")).append('\n');
    }
    return new Snippet(
        fence + 2, statements, source.toString(), String.join("\n", code.values()), names(imports));
  }

  /** {@return what its comments say that it prints, line by line} */
  String printed() {
    return PRINTED
        .matcher(code)
        .results()
        .map(match -> match.group(1) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** {@return whether the name is in the code} */
  boolean uses(String name) {
    Matcher word = Pattern.compile("\\b" + name + "\\b").matcher(code);
    return word.find();
  }
}
