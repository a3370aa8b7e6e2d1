package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.Estimate;
import org.gan4j.losses.divergence.expression.Expression;
import org.gan4j.losses.divergence.expression.ExpressionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan divergence}. */
@Command(
    name = "divergence",
    description = {
      "Compares two distributions: Kullback-Leibler both ways, Jensen-Shannon, total variation",
      "and V(D*), the value of the optimal discriminator; in nats, each with its error."
    },
    footer = {
      "",
      "Distributions: normal(mean, sd), uniform(a, b), exponential(mean), laplace(mean, scale),",
      "  logistic(mean, scale), gumbel(mode, scale), cauchy(median, scale), student(dof) or",
      "  student(dof, mean, scale), lognormal(mean, sd), gamma(shape, scale), beta(a, b); sums of",
      "  these with weights; atoms(0.75, 0.25).",
      "",
      "JSON: kl_pq, kl_qp, jsd, tv and v_optimal, each with value, error and evaluations. An",
      "  infinite value is the string \"Infinity\", with a reason; a finite one above the greatest",
      "  double is the string \"> 1.7976931348623157E308\".",
      "",
      "Examples:",
      "  gan divergence --p 'normal(0,1)' --q '0.5*normal(-2,1)+0.5*normal(2,0.5)'",
      "  gan divergence --p 'atoms(0.75,0.25)' --q 'atoms(0.25,0.75)' --json"
    })
final class DivergenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--p",
      required = true,
      paramLabel = "DISTRIBUTION",
      description = "The data's distribution.")
  private String p;

  @Option(
      names = "--q",
      required = true,
      paramLabel = "DISTRIBUTION",
      description = "The generator's distribution.")
  private String q;

  @Override
  public Integer call() {
    Divergences found = Expression.between(parse("--p", p), parse("--q", q));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        common.json
            ? Json.text(json(found)) + System.lineSeparator()
            : DivergenceTable.text(found));
    out.flush();
    return ExitCode.DONE.code();
  }

  private static Expression parse(String option, String text) {
    try {
      return Expression.parse(text);
    } catch (ExpressionException e) {
      throw new UsageException(option + ", " + e.getMessage());
    }
  }

  private static ObjectNode json(Divergences found) {
    ObjectNode json = Json.object();
    json.set("kl_pq", json(found.klPq()));
    json.set("kl_qp", json(found.klQp()));
    json.set("jsd", json(found.jsd()));
    json.set("tv", json(found.totalVariation()));
    json.set("v_optimal", json(found.optimalValue()));
    found.whyKlPqInfinite().ifPresent(why -> json.withObject("/kl_pq").put("reason", why));
    found.whyKlQpInfinite().ifPresent(why -> json.withObject("/kl_qp").put("reason", why));
    return json;
  }

  /** JSON has no number for infinity. */
  private static ObjectNode json(Estimate estimate) {
    ObjectNode json = Json.object();
    if (Double.isFinite(estimate.value())) {
      json.put("value", estimate.value());
    } else if (estimate.isTooGreat()) {
      json.put("value", DivergenceTable.TOO_GREAT).put("reason", DivergenceTable.WHY_TOO_GREAT);
    } else {
      json.put("value", Double.toString(estimate.value()));
    }
    return json.put("error", estimate.error()).put("evaluations", estimate.evaluations());
  }
}
