package org.gan4j.theory.rows.analytic;

import java.util.List;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;

/**
 * A distribution of the data and one of the generator's samples.
 *
 * @param nameOfP for the report
 * @param nameOfQ for the report
 * @param p the data's density
 * @param q the generator's density
 */
record NamedPair(String nameOfP, String nameOfQ, Density p, Density q) {
  /** {@return both names, for the report} */
  String name() {
    return "p = " + nameOfP + ", q = " + nameOfQ;
  }

  /** {@return the name of the pair's random stream; another one would draw other samples} */
  String stream() {
    return nameOfP + " | " + nameOfQ;
  }

  /** Overlapping normal distributions. */
  static NamedPair normals() {
    return new NamedPair(
        "N(0, 1)", "N(1.5, 0.8²)", Densities.normal(0, 1), Densities.normal(1.5, 0.8));
  }

  /** Smooth, multi-modal, heavy-tailed, kinked and bounded. */
  static List<NamedPair> all() {
    Density mixture =
        Densities.mixture(
            new double[] {0.3, 0.4, 0.3},
            Densities.normal(-2, 0.5),
            Densities.normal(0.5, 0.3),
            Densities.normal(3, 0.7));
    return List.of(
        normals(),
        new NamedPair("three normals", "N(0, 1)", mixture, Densities.normal(0, 1)),
        new NamedPair("Laplace(0, 1)", "Student(3)", Densities.laplace(0, 1), Densities.student(3)),
        new NamedPair("Cauchy(0, 1)", "N(0, 2²)", Densities.cauchy(0, 1), Densities.normal(0, 2)),
        new NamedPair("U(0, 2)", "U(1, 3)", Densities.uniform(0, 2), Densities.uniform(1, 3)));
  }
}
