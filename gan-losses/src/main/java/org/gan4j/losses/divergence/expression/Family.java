package org.gan4j.losses.divergence.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;

/**
 * A density that an expression can name.
 *
 * @param name its name
 * @param parameters its parameters' names; those that end in &gt; must be positive
 * @param make the density of given parameters
 */
record Family(String name, List<String> parameters, Function<double[], Density> make) {
  static final List<Family> ALL =
      List.of(
          of("normal", x -> Densities.normal(x[0], x[1]), "mean", "sd>"),
          of("uniform", x -> Densities.uniform(x[0], x[1]), "a", "b"),
          of("exponential", x -> Densities.exponential(x[0]), "mean>"),
          of("laplace", x -> Densities.laplace(x[0], x[1]), "mean", "scale>"),
          of("logistic", x -> Densities.logistic(x[0], x[1]), "mean", "scale>"),
          of("gumbel", x -> Densities.gumbel(x[0], x[1]), "mode", "scale>"),
          of("cauchy", x -> Densities.cauchy(x[0], x[1]), "median", "scale>"),
          of("student", x -> Densities.student(x[0], x[1], x[2]), "dof>", "mean", "scale>"),
          of("lognormal", x -> Densities.logNormal(x[0], x[1]), "mean", "sd>"),
          of("gamma", x -> Densities.gamma(x[0], x[1]), "shape>", "scale>"),
          of("beta", x -> Densities.beta(x[0], x[1]), "a>", "b>"));

  private static Family of(String name, Function<double[], Density> make, String... parameters) {
    return new Family(name, List.of(parameters), make);
  }

  static Optional<Family> named(String name) {
    return ALL.stream().filter(family -> family.name.equals(name)).findFirst();
  }

  /** Whether so many numbers will do; Student's centre and scale may be left out. */
  boolean takes(int arguments) {
    return arguments == parameters.size() || (name.equals("student") && arguments == 1);
  }

  String parameter(int i) {
    return parameters.get(i).replace(">", "");
  }

  boolean isPositive(int i) {
    return parameters.get(i).endsWith(">");
  }

  String signature() {
    return parameters.stream()
        .map(parameter -> parameter.replace(">", ""))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  Density density(double... arguments) {
    return arguments.length == 1 && name.equals("student")
        ? Densities.student(arguments[0])
        : make.apply(arguments);
  }
}
