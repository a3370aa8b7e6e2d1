package org.gan4j.theory.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.io.WholeFile;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.Sheet;
import org.gan4j.theory.Result;

/**
 * The results of one run. Reports contain no time or path, so equal runs give equal files.
 *
 * @param version the version of the program
 * @param seed the root of all draws
 * @param full whether the run used more seeds and longer runs
 * @param results the results of the rows, in their order
 */
public record Report(String version, long seed, boolean full, List<Result> results) {
  /**
   * Copies the results.
   *
   * @param version the version of the program
   * @param seed the root of all draws
   * @param full whether the run used more seeds and longer runs
   * @param results the results of the rows, in their order
   */
  public Report {
    results = List.copyOf(results);
  }

  /** {@return whether every row holds} */
  public boolean holds() {
    return results.stream().allMatch(Result::holds);
  }

  /** {@return the rows that do not hold} */
  public List<Result> failures() {
    return results.stream().filter(result -> !result.holds()).toList();
  }

  /** {@return a line per row, followed by its failed checks} */
  public String text() {
    return TextTable.of(this);
  }

  /** {@return every number, checks and figures included; infinities and NaN as strings} */
  public ObjectNode json() {
    return JsonReport.of(this);
  }

  /** {@return a page that needs no other files and no network} */
  public String html() {
    return new HtmlReport(this).page();
  }

  /**
   * Writes {@code report.html} and {@code report.json}; existing ones are replaced together.
   *
   * @param folder an existing folder
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    String json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json());
    WholeFile.writeAll(
        Map.of(
            folder.resolve("report.html"), WholeFile.text(html()),
            folder.resolve("report.json"), WholeFile.text(json + "\n")));
  }

  /**
   * Writes each plot as a file of its own, such as {@code plots/row-12-figure-1.svg}.
   *
   * @param folder an existing folder, in which {@code plots} is created
   * @throws IOException if a file cannot be written
   */
  public void writeSvg(Path folder) throws IOException {
    Path plots = Files.createDirectories(folder.resolve("plots"));
    for (Result result : results) {
      List<Figure> figures = result.evidence().figures();
      for (int i = 0; i < figures.size(); i++) {
        String name =
            String.format(Locale.ROOT, "row-%s-figure-%d.svg", result.statement().id(), i + 1);
        new Sheet(figures.subList(i, i + 1), 1, 400, 260).writeSvg(plots.resolve(name));
      }
    }
  }

  /**
   * Writes the overview as a LaTeX table, {@code report.tex}, for {@code \input} into a paper.
   *
   * @param folder an existing folder
   * @throws IOException if the file cannot be written
   */
  public void writeLatex(Path folder) throws IOException {
    WholeFile.write(folder.resolve("report.tex"), WholeFile.text(latex()));
  }

  /** {@return the overview as a LaTeX table, which needs no packages} */
  public String latex() {
    return LatexTable.of(this);
  }

  /**
   * Returns the rows of a report that was written earlier.
   *
   * @param folder a folder; it need not exist
   * @return the names of its rows, none if there is no readable report
   */
  public static List<String> rowsIn(Path folder) {
    Path file = folder.resolve("report.json");
    List<String> rows = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      try {
        JsonMapper.builder()
            .build()
            .readTree(Files.readAllBytes(file))
            .path("rows")
            .forEach(row -> rows.add(row.path("id").asText()));
      } catch (IOException e) {
        return List.of(); // not a report of ours
      }
    }
    return rows;
  }
}
