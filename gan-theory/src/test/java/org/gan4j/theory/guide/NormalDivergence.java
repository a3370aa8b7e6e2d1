package org.gan4j.theory.guide;

import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** KL between two normal distributions, by its closed form and by quadrature. */
public record NormalDivergence(Density q) implements Row {
  @Override
  public Statement statement() {
    return Statement.of("kl-normal", "KL between normal distributions")
        .claim("From N(0, 1) to N(0, 2²), KL has a closed form.")
        .formula("KL(N(0, 1) ‖ N(0, 2^2)) = log 2 + {1}/{8} − {1}/{2}")
        .source("Any textbook.")
        .method("The closed form against the checker's quadrature.");
  }

  @Override
  public Evidence check(Setting setting) {
    double closed = Math.log(2) + 1.0 / 8 - 1.0 / 2;
    double integral = Divergences.between(Densities.normal(0, 1), q).klPq().value();
    return Evidence.collect()
        .check(Check.equal("closed form against quadrature", closed, integral, 1e-12))
        .done();
  }
}
