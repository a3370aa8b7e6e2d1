package org.gan4j.losses.divergence.expression;

import org.gan4j.losses.divergence.Atoms;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;

/** A distribution that was written as text: a density on the line, or atoms. */
public sealed interface Expression {
  /**
   * A density on the line.
   *
   * @param density the density
   */
  record OnLine(Density density) implements Expression {}

  /**
   * Atoms.
   *
   * @param atoms the distribution on them
   */
  record OnAtoms(Atoms atoms) implements Expression {}

  /**
   * Reads an expression: a density such as {@code normal(0, 1)}, a weighted sum of densities such
   * as {@code 0.5*normal(-2, 1) + 0.5*uniform(0, 1)}, or {@code atoms(0.75, 0.25)}.
   *
   * @param text the expression
   * @return its meaning
   * @throws ExpressionException if it means nothing; the message points at the place
   */
  static Expression parse(String text) {
    return new Parser(text).parse();
  }

  /**
   * Reads an expression that means a density.
   *
   * @param text the expression
   * @return the density
   * @throws ExpressionException if it means no density
   */
  static Density density(String text) {
    if (parse(text) instanceof OnLine line) {
      return line.density();
    }
    throw new ExpressionException(text, 0, "expected a density on the line, got atoms");
  }

  /**
   * Returns the divergences of two expressions.
   *
   * @param p the data's distribution
   * @param q the generator's distribution, of the same kind
   * @return the divergences
   */
  static Divergences between(Expression p, Expression q) {
    if (p instanceof OnLine first && q instanceof OnLine second) {
      return Divergences.between(first.density(), second.density());
    }
    if (p instanceof OnAtoms first && q instanceof OnAtoms second) {
      return Divergences.between(first.atoms(), second.atoms());
    }
    throw new IllegalArgumentException(
        "p and q: expected two densities on the line or two sets of atoms, got one of each");
  }
}
