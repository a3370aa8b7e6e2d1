package org.gan4j.theory.rows.analytic;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 1: q has no formula; it is only sampled, through z ~ p_z, x = G(z). */
public final class ImplicitModel implements Row {
  private static final String ID = "1";
  private static final Pushforward AFFINE = new Pushforward(0.5, 0.8, 0, 1);
  private static final Pushforward MONOTONE = new Pushforward(0, 0.5, 1.2, 2);

  /**
   * √(−½ log(α/2)) at α = 10⁻⁴: Kolmogorov's statistic exceeds this times 1/√n with probability α.
   */
  private static final double KOLMOGOROV = 2.226;

  private final Density affine;
  private final Density monotone;

  /** Creates the row as the theorem states it. */
  public ImplicitModel() {
    this(Densities.normal(0.5, 0.8), MONOTONE);
  }

  /** Claims that the generators' distributions have these densities. */
  ImplicitModel(Density affine, Density monotone) {
    this.affine = affine;
    this.monotone = monotone;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "An implicit density model")
        .claim(
            "The data are draws from p. The generator’s distribution q has no formula: it is"
                + " sampled, by drawing z from p_z and computing x = G(z). If G is affine or"
                + " monotone, q is known anyway; if not, expectations under q are still means over z.")
        .formula("z ∼ p_z, x = G(z; θ_g) ⇒ x ∼ q")
        .formula("q(x) = {p_z(G^{−1}(x))}/{|G'(G^{−1}(x))|}")
        .source("Goodfellow et al. 2014, Section 3, first paragraph.")
        .method(
            "Samples G(z) against the distribution function of the claimed q, by"
                + " Kolmogorov and Smirnov’s statistic, for an affine G (q is normal) and a monotone"
                + " one (q by change of variables); the mass of each q by quadrature. For a G of two"
                + " latent variables whose q is not known, the mean of tanh(x) over samples against"
                + " an integral over z.");
  }

  @Override
  public Evidence check(Setting setting) {
    int n = setting.choose(20_000, 200_000);
    Evidence.Builder evidence = Evidence.collect();
    fit(setting, "affine", AFFINE, affine, n, evidence);
    fit(setting, "monotone", MONOTONE, monotone, n, evidence);
    unknown(setting, n, evidence);
    double[] xs = LineGrid.linear(-4, 4, 241);
    return evidence
        .figure(
            Figure.of(
                    "Two generators with a known distribution",
                    "A normal density, and a density with two modes into which a monotone map"
                        + " transforms N(0, 1).",
                    "x",
                    "q(x)")
                .line("affine G", xs, LineGrid.map(xs, affine::density))
                .line("monotone G", xs, LineGrid.map(xs, monotone::density)))
        .recipe(
            "Affine G(z) = 0.5 + 0.8 z, monotone G(z) = 0.5 z + 1.2 tanh(2 z), z ~ N(0, 1); "
                + n
                + " draws each.")
        .done();
  }

  private static void fit(
      Setting setting,
      String name,
      Pushforward generator,
      Density claimed,
      int n,
      Evidence.Builder evidence) {
    RandomGenerator draws = setting.rng(ID).stream(name).at(0);
    double[] samples = DoubleStream.generate(() -> generator.sample(draws)).limit(n).toArray();
    evidence
        .check(
            Check.atMost(
                name + " G: largest gap between distribution functions",
                kolmogorov(samples, claimed),
                KOLMOGOROV / Math.sqrt(n)))
        .check(
            Check.equal(
                name + " G: mass of q",
                Quadrature.over(claimed).integrate(claimed::density).value(),
                1,
                1e-11));
  }

  private static double kolmogorov(double[] samples, Density claimed) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    double gap = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = claimed.cumulative(sorted[i]);
      gap = Math.max(gap, expected - (double) i / sorted.length);
      gap = Math.max(gap, (i + 1.0) / sorted.length - expected);
    }
    return gap;
  }

  private static void unknown(Setting setting, int n, Evidence.Builder evidence) {
    RandomGenerator draws = setting.rng(ID).stream("unknown").at(0);
    SummaryStatistics sample = new SummaryStatistics();
    for (int i = 0; i < n; i++) {
      sample.addValue(Math.tanh(unknownGenerator(draws.nextGaussian(), draws.nextGaussian())));
    }
    Density latent = Densities.normal(0, 1);
    double integral =
        Quadrature.over(latent)
            .expectation(
                latent,
                z1 ->
                    Quadrature.over(latent)
                        .expectation(latent, z2 -> Math.tanh(unknownGenerator(z1, z2)))
                        .value())
            .value();
    double standardError = sample.getStandardDeviation() / Math.sqrt(n);
    evidence.check(
        Check.equal(
            "unknown q: E tanh(x), samples against an integral over z",
            sample.getMean(),
            integral,
            4.5 * standardError));
  }

  /** A function of two variables that is not monotone in either. */
  private static double unknownGenerator(double z1, double z2) {
    return Math.sin(2 * z1) + z1 * Math.tanh(z2) + 0.3 * z2;
  }
}
