package org.gan4j.theory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.FakeRows;
import org.gan4j.theory.Result;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;
import org.gan4j.theory.rows.TheoremRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTableTest {
  private static String latex(Row... rows) throws InterruptedException {
    List<Result> results = FakeRows.check(rows);
    return new Report("1", 7, false, results).latex();
  }

  private static Row row(String title, Check check) {
    return new Row() {
      @Override
      public Statement statement() {
        return Statement.of("a", title);
      }

      @Override
      public Evidence check(Setting setting) {
        return Evidence.collect().check(check).done();
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          50% & $5 #1; 50\\% \\& \\$5 \\#1
          q_θ^2; q\\_$\\theta$\\textasciicircum{}2
          a\\{b}~; a\\textbackslash{}\\{b\\}\\textasciitilde{}
          KL(p ‖ q) ≥ −½; KL(p $\\|$ q) $\\ge$ $-$$\\frac{1}{2}$
          """)
  void specialCharactersAreEscaped(String text, String expected) {
    assertThat(LatexTable.escape(text)).isEqualTo(expected);
  }

  @Test
  void theTitlesOfAllRowsAreAscii() {
    for (Statement statement : TheoremRows.theorem().statements()) {
      assertThat(LatexTable.escape(statement.title())).matches("\\p{ASCII}+");
    }
  }

  @Test
  void everyRowHasTheTablesSixCells() throws InterruptedException {
    String table =
        latex(
            row("Equal & exact", Check.equal("sum", 1 + 2e-13, 1, 1e-12)),
            FakeRows.throwing("broken", "no number"));
    assertThat(table)
        .startsWith("% GAN4J 1, seed 7, quick run. ")
        .contains("\\begin{tabular}{llrrll}\n")
        .contains(
            "a & Equal \\& exact & 1/1 & 2$\\cdot 10^{-13}$ & $\\le$ 1$\\cdot 10^{-12}$ & holds \\\\\n")
        .contains("broken & Row broken & 0/0 &  &  & \\textbf{fails} \\\\\n")
        .endsWith("\\hline\n\\end{tabular}\n");
    assertThat(table.lines().filter(line -> line.endsWith("\\\\")))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.split("(?<!\\\\)&", -1)).hasSize(6));
    assertThat(table.chars().filter(c -> c == '$').count() % 2).isZero();
  }
}
