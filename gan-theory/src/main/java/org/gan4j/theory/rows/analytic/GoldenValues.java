package org.gan4j.theory.rows.analytic;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import org.gan4j.io.ReadableNumber;
import org.gan4j.losses.divergence.Atoms;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Values computed by other programs. */
public final class GoldenValues implements Row {
  private static final double TOLERANCE = 1e-11;

  /** ¾ log 3/2 + ¼ log 1/2, and twice that less log 4; mpmath, 30 digits. */
  private static final double ATOMS_JSD = 0.13081203594114;

  private static final double ATOMS_VALUE = -1.1246702892376;

  private final ToDoubleBiFunction<Density, Density> jsd;

  /** Creates the row as the theorem states it. */
  public GoldenValues() {
    this((p, q) -> Divergences.between(p, q).jsd().value());
  }

  /** Uses another implementation of JSD. */
  GoldenValues(ToDoubleBiFunction<Density, Density> jsd) {
    this.jsd = jsd;
  }

  private record Golden(double mean, double sd, double jsd, double value) {}

  /** Simpson's rule in NumPy, 8000 intervals over ±12 standard deviations; 12 digits. */
  private static final List<Golden> VALUES =
      List.of(
          new Golden(0, 1, 0, -1.386294361120),
          new Golden(0.5, 1, 0.030311300521, -1.325671760078),
          new Golden(1, 1, 0.111421482185, -1.163451396750),
          new Golden(2, 1, 0.336830820347, -0.712632720426),
          new Golden(5, 1, 0.675942577381, -0.034409206358),
          new Golden(0, 2, 0.092733381666, -1.200827597787));

  @Override
  public Statement statement() {
    return Statement.of("golden", "Values computed elsewhere")
        .claim(
            "JSD and V(D*) for p = N(0, 1) against six normal distributions q, and for atoms"
                + " (3/4, 1/4) against (1/4, 3/4), as computed by an independent program.")
        .formula("JSD(N(0, 1) ‖ N(μ, σ^2)), V(D^*, G)")
        .source(
            "Simpson’s rule in NumPy, 8000 intervals over ±12 standard deviations, 12 digits; the atoms by mpmath.")
        .method("The checker’s adaptive Gauss–Kronrod quadrature against the stored values.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    Density p = Densities.normal(0, 1);
    for (Golden golden : VALUES) {
      Density q = Densities.normal(golden.mean(), golden.sd());
      String name =
          String.format(
              Locale.ROOT,
              "N(%s, %s²)",
              ReadableNumber.of(golden.mean(), 3),
              ReadableNumber.of(golden.sd(), 3));
      double value = Divergences.between(p, q).optimalValue().value();
      evidence
          .check(Check.equal("JSD, q = " + name, jsd.applyAsDouble(p, q), golden.jsd(), TOLERANCE))
          .check(Check.equal("V(D*), q = " + name, value, golden.value(), TOLERANCE));
    }
    Divergences atoms = Divergences.between(Atoms.of(0.75, 0.25), Atoms.of(0.25, 0.75));
    return evidence
        .check(Check.equal("JSD of atoms", atoms.jsd().value(), ATOMS_JSD, TOLERANCE))
        .check(Check.equal("V(D*) of atoms", atoms.optimalValue().value(), ATOMS_VALUE, TOLERANCE))
        .done();
  }
}
