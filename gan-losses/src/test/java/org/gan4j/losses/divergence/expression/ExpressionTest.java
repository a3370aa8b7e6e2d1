package org.gan4j.losses.divergence.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static void same(String text, Density expected) {
    Density found = Expression.density(text);
    for (double x : new double[] {0.1, 0.7, 3}) {
      assertThat(found.logDensity(x)).isEqualTo(expected.logDensity(x));
    }
  }

  @Test
  void everyFamilyIsTheDensityOfItsName() {
    same("normal(0.5, 2)", Densities.normal(0.5, 2));
    same(" uniform ( -1 , 2e0 ) ", Densities.uniform(-1, 2));
    same("exponential(2)", Densities.exponential(2));
    same("laplace(-1,.5)", Densities.laplace(-1, 0.5));
    same("logistic(1,2)", Densities.logistic(1, 2));
    same("gumbel(1,2)", Densities.gumbel(1, 2));
    same("cauchy(+1,1e-3)", Densities.cauchy(1, 1e-3));
    same("student(3)", Densities.student(3));
    same("student(3,1,2)", Densities.student(3, 1, 2));
    same("lognormal(0,1)", Densities.logNormal(0, 1));
    same("gamma(0.5,2)", Densities.gamma(0.5, 2));
    same("beta(0.5,2)", Densities.beta(0.5, 2));
  }

  @Test
  void weightsMakeMixtures() {
    Density half =
        Densities.mixture(
            new double[] {0.25, 0.75}, Densities.normal(-2, 1), Densities.normal(2, 0.5));
    same("0.25*normal(-2,1) + 0.75 * normal(2,0.5)", half);
    same("1*normal(0,1)", Densities.normal(0, 1));
  }

  @Test
  void atomsStandAlone() {
    Expression p = Expression.parse("atoms(0.75, 0.25)");
    Expression q = Expression.parse("atoms(0.25, 0.75)");
    assertThat(Expression.between(p, q).totalVariation().value()).isCloseTo(0.5, within(1e-14));
    assertThatThrownBy(() -> Expression.between(p, Expression.parse("normal(0,1)")))
        .hasMessage(
            "p and q: expected two densities on the line or two sets of atoms, got one of each");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "norml(0,1) | 1 | expected a known density, got 'norml'; did you mean normal?",
        "gaussian(0,1) | 1 | expected a known density, got 'gaussian'; did you mean normal?",
        "0.5*normal(0,1)+0.5*normal(1,1 | 31 | expected ',' or ')', got the end",
        "normal(0,1)) | 12 | expected '+' or the end, got ')'",
        "normal(0,-1) | 10 | expected sd > 0 in normal(mean, sd), got -1.0",
        "normal(0) | 1 | expected normal(mean, sd), got 1 of its numbers",
        "normal(0,x) | 10 | expected a number, got 'x'",
        "0.5 normal(0,1) | 5 | expected '*' and a density after the weight, got 'n'",
        "-1*normal(0,1) | 1 | expected a weight > 0, got -1.0",
        "0.5*normal(0,1)+ | 17 | expected a density such as normal(0, 1), got the end",
        "atoms(0.5,0.5)+normal(0,1) | 15 | expected the end, got '+'",
        "normal(0,1e999) | 10 | expected a number below 1.8e308, got 1e999",
        "uniform(2,1) | 1 | uniform: expected a < b, got 2.0 and 1.0",
        "0.5*atoms(1) | 5 | expected a density, got atoms; atoms stand alone, with all their probabilities"
      })
  void errorsPointAtTheCharacter(String text, int column, String what) {
    String caret = " ".repeat(column + 1) + "^";
    assertThatThrownBy(() -> Expression.parse(text))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessage("column " + column + ": " + what + "\n  " + text + "\n" + caret);
  }

  @Test
  void sumsThatAreNotOneAndStrangeNamesAreExplained() {
    assertThatThrownBy(() -> Expression.parse("normal(0,1)+normal(1,1)"))
        .hasMessageStartingWith(
            "column 1: mixture: expected weights that sum to 1, got a sum of 2.0; divide them by"
                + " it\n");
    assertThatThrownBy(() -> Expression.parse("weibull(0,1)"))
        .hasMessageStartingWith(
            "column 1: expected one of normal, uniform, exponential, laplace, logistic, gumbel,"
                + " cauchy, student, lognormal, gamma, beta, atoms, got 'weibull'\n");
    assertThatThrownBy(() -> Expression.density("atoms(1)"))
        .hasMessageStartingWith("column 1: expected a density on the line, got atoms\n");
  }
}
