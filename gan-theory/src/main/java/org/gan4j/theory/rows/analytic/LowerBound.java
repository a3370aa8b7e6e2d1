package org.gan4j.theory.rows.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 11: V(D*, G) ≥ −log 4, with equality only at q = p. */
public final class LowerBound implements Row {
  private static final double ROUNDING = 1e-12;
  private static final int POINTS = 41;

  private final ToDoubleBiFunction<Density, Density> jsd;

  /** Creates the row as the theorem states it. */
  public LowerBound() {
    this((p, q) -> Divergences.between(p, q).jsd().value());
  }

  /** Uses another implementation of JSD. */
  LowerBound(ToDoubleBiFunction<Density, Density> jsd) {
    this.jsd = jsd;
  }

  /**
   * A family of q that contains p.
   *
   * @param name for the report
   * @param p the data's density
   * @param q the generator's density at a parameter
   * @param low the smallest parameter
   * @param high the largest; the midpoint gives p
   */
  private record Family(
      String name, Density p, DoubleFunction<Density> q, double low, double high) {}

  /** The values along a family. */
  private static final class Sweep {
    private final double[] jsd = new double[POINTS];
    private final double[] tv = new double[POINTS];
  }

  @Override
  public Statement statement() {
    return Statement.of("11", "−log 4 is the minimum, only at q = p")
        .claim(
            "Since divergences are nonnegative, V(D*, G) is at least −log 4, with equality only at"
                + " q = p: where the total variation is positive, so is JSD, with bounds from both"
                + " sides.")
        .formula("V(D^*, G) ≥ −log 4, V(D^*, G) = −log 4 ⇔ q = p")
        .formula("½ [(1 + TV) log(1 + TV) + (1 − TV) log(1 − TV)] ≤ JSD ≤ TV log 2")
        .formula("{TV^2}/{2} ≤ JSD, TV = ½ ∫ |p − q| d x")
        .source(
            "Goodfellow et al. 2014, Theorem 1. The upper bound: Lin 1991, Divergence measures based"
                + " on the Shannon entropy, IEEE Transactions on Information Theory 37; the lower"
                + " ones follow from convexity.")
        .method(
            "Four families of q swept through p. JSD from log densities, TV by quadrature of"
                + " |p − q|, independently of each other.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    Figure along =
        Figure.of(
            "JSD along families of q through p",
            "Each curve touches 0 only in the middle, where q = p.",
            "position in the family; q = p at 0",
            "JSD(p ‖ q), nats");
    List<Sweep> sweeps = new ArrayList<>();
    double[] position = LineGrid.linear(-1, 1, POINTS);
    for (Family family : families()) {
      Sweep sweep = sweep(family);
      sweeps.add(sweep);
      along = along.line(family.name(), position, sweep.jsd);
      check(family.name(), sweep, evidence);
      setting.reached(sweeps.size() / 4.0, family.name());
    }
    double curvature = jsd.applyAsDouble(Densities.normal(0, 1), Densities.normal(1e-2, 1));
    return evidence
        .check(
            Check.relative(
                "near p, JSD = θ²/8 · Fisher information: N(0, 1) | N(0.01, 1)",
                curvature,
                1e-4 / 8,
                1e-4))
        .figure(along)
        .figure(bounds(sweeps))
        .done();
  }

  private static List<Family> families() {
    Density normal = Densities.normal(0, 1);
    Density laplace = Densities.laplace(0, 1);
    Density left = Densities.normal(-2, 0.5);
    Density right = Densities.normal(2, 0.5);
    DoubleFunction<Density> weighed =
        w -> Densities.mixture(new double[] {0.5 + w, 0.5 - w}, left, right);
    return List.of(
        new Family("N(θ, 1), |θ| ≤ 4", normal, theta -> Densities.normal(theta, 1), -4, 4),
        new Family("N(0, exp 2θ), |θ| ≤ 3", normal, t -> Densities.normal(0, Math.exp(t)), -3, 3),
        new Family("two modes, weight ½ ± 0.49", weighed.apply(0), weighed, -0.49, 0.49),
        new Family("Laplace(θ, 1), |θ| ≤ 4", laplace, t -> Densities.laplace(t, 1), -4, 4));
  }

  private Sweep sweep(Family family) {
    double[] parameters = LineGrid.linear(family.low(), family.high(), POINTS);
    Sweep sweep = new Sweep();
    for (int i = 0; i < POINTS; i++) {
      Density q = family.q().apply(parameters[i]);
      sweep.jsd[i] = jsd.applyAsDouble(family.p(), q);
      sweep.tv[i] = Divergences.between(family.p(), q).totalVariation().value();
    }
    return sweep;
  }

  private static void check(String name, Sweep sweep, Evidence.Builder evidence) {
    int middle = POINTS / 2;
    double least = Double.POSITIVE_INFINITY;
    double pinsker = Double.NEGATIVE_INFINITY;
    double tight = Double.NEGATIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < POINTS; i++) {
      double tv = sweep.tv[i];
      double divergence = sweep.jsd[i];
      least = i == middle ? least : Math.min(least, 2 * divergence);
      pinsker = Math.max(pinsker, tv * tv / 2 - divergence);
      tight = Math.max(tight, tightBound(tv) - divergence);
      upper = Math.max(upper, divergence - Math.log(2) * tv);
    }
    evidence
        .check(Check.equal(name + ": V + log 4 at q = p", 2 * sweep.jsd[middle], 0, ROUNDING))
        .check(Check.above(name + ": least V + log 4 elsewhere", least, 1e-6))
        .check(Check.atMost(name + ": largest TV²/2 − JSD", pinsker, 0).withTolerance(ROUNDING))
        .check(
            Check.atMost(name + ": largest excess of the tight lower bound", tight, 0)
                .withTolerance(ROUNDING))
        .check(Check.atMost(name + ": largest JSD − TV log 2", upper, 0).withTolerance(ROUNDING));
  }

  private static double tightBound(double tv) {
    return ((1 + tv) * Math.log1p(tv) + (tv < 1 ? (1 - tv) * Math.log1p(-tv) : 0)) / 2;
  }

  private static Figure bounds(List<Sweep> sweeps) {
    double[] tv = LineGrid.linear(0, 1, 101);
    Figure figure =
        Figure.of(
                "JSD between its bounds",
                "All families lie between the tight lower bound and TV log 2.",
                "total variation",
                "JSD(p ‖ q), nats")
            .dashed("TV log 2", tv, LineGrid.map(tv, t -> t * Math.log(2)))
            .dashed("tight lower bound", tv, LineGrid.map(tv, LowerBound::tightBound))
            .dashed("TV²/2", tv, LineGrid.map(tv, t -> t * t / 2));
    List<Family> families = families();
    for (int i = 0; i < sweeps.size(); i++) {
      figure = figure.points(families.get(i).name(), sweeps.get(i).tv, sweeps.get(i).jsd);
    }
    return figure;
  }
}
