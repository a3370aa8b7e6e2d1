package org.gan4j.losses.divergence.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.losses.divergence.Atoms;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;

/**
 * Recursive descent, one method per rule:
 *
 * <pre>
 * expression = atoms | sum
 * atoms      = "atoms" "(" numbers ")"
 * sum        = term { "+" term }
 * term       = [ number "*" ] family "(" numbers ")"
 * numbers    = number { "," number }
 * </pre>
 */
final class Parser {
  private static final String ATOMS = "atoms";

  private final Cursor cursor;

  Parser(String text) {
    cursor = new Cursor(text);
  }

  /** A number and where it begins. */
  private record Argument(double value, int start) {}

  /** A density, its weight, and where they begin. */
  private record Term(double weight, Density density) {}

  Expression parse() {
    int start = cursor.start();
    Expression expression = cursor.looksAt(ATOMS) ? atoms(start) : sum(start);
    if (!cursor.atEnd()) {
      String next = expression instanceof Expression.OnAtoms ? "the end" : "'+' or the end";
      throw cursor.expected(next);
    }
    return expression;
  }

  private Expression atoms(int start) {
    cursor.name();
    double[] values = arguments().stream().mapToDouble(Argument::value).toArray();
    return new Expression.OnAtoms(cursor.refusing(start, () -> Atoms.of(values)));
  }

  private Expression sum(int start) {
    List<Term> terms = new ArrayList<>();
    do {
      terms.add(term());
    } while (cursor.accept('+'));
    if (terms.size() == 1 && terms.get(0).weight() == 1) {
      return new Expression.OnLine(terms.get(0).density());
    }
    double[] weights = terms.stream().mapToDouble(Term::weight).toArray();
    Density[] densities = terms.stream().map(Term::density).toArray(Density[]::new);
    return new Expression.OnLine(
        cursor.refusing(start, () -> Densities.mixture(weights, densities)));
  }

  private Term term() {
    int start = cursor.start();
    double weight = 1;
    if (cursor.atNumber()) {
      weight = cursor.number("a weight");
      if (!(weight > 0)) {
        throw cursor.at(start, "expected a weight > 0, got " + weight);
      }
      cursor.require('*', "'*' and a density after the weight");
    }
    return new Term(weight, density());
  }

  private Density density() {
    int start = cursor.start();
    String name = cursor.name();
    Family family =
        Family.named(name).orElseThrow(() -> cursor.at(start, Suggestions.unknown(name)));
    List<Argument> arguments = arguments();
    if (!family.takes(arguments.size())) {
      throw cursor.at(
          start,
          String.format(
              Locale.ROOT,
              "expected %s, got %d of its numbers",
              family.signature(),
              arguments.size()));
    }
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      if (family.isPositive(i) && !(argument.value() > 0)) {
        throw cursor.at(
            argument.start(),
            String.format(
                Locale.ROOT,
                "expected %s > 0 in %s, got %s",
                family.parameter(i),
                family.signature(),
                argument.value()));
      }
    }
    double[] values = arguments.stream().mapToDouble(Argument::value).toArray();
    return cursor.refusing(start, () -> family.density(values));
  }

  private List<Argument> arguments() {
    cursor.require('(', "'('");
    List<Argument> arguments = new ArrayList<>();
    do {
      int start = cursor.start();
      arguments.add(new Argument(cursor.number("a number"), start));
    } while (cursor.accept(','));
    cursor.require(')', "',' or ')'");
    return arguments;
  }
}
