package org.gan4j.cli.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.study.coverage.CoverageScores;
import org.gan4j.study.coverage.Protocol;
import org.gan4j.study.coverage.Published;
import org.gan4j.study.coverage.SeedScore;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/**
 * The result of a study, next to the scores of a perfect generator and the published figures.
 *
 * @param protocol the protocol
 * @param config all settings except the seed
 * @param trueDistribution scores of samples of the true distribution
 * @param measured scores of the trained generators
 */
public record CoverageReport(
    Protocol protocol, GanConfig config, CoverageScores trueDistribution, CoverageScores measured) {
  /** {@return a table with every setting} */
  public String text() {
    return CoverageTable.text(this);
  }

  /** {@return how the settings differ from those that the protocol fixes} */
  List<String> departures() {
    return protocol.departures(config);
  }

  /** {@return whether a training diverged} */
  public boolean diverged() {
    return measured.seeds().stream().anyMatch(seed -> seed.divergedAt().isPresent());
  }

  /**
   * {@return the report as JSON: modes, hq (a fraction), reverse_kl and jsd (nats), each with mean,
   * se and values}
   */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("protocol", protocol.name())
        .put("data", protocol.data())
        .put("source", protocol.source())
        .put("set_up", protocol.setUp())
        .put("samples", protocol.samples());
    ArrayNode seeds = json.putArray("seeds");
    measured.seeds().forEach(seed -> seeds.add(seed.seed()));
    scores(json, measured);
    json.set("seconds", figures(measured.seconds()));
    ArrayNode diverged = json.putArray("diverged_at");
    for (SeedScore seed : measured.seeds()) {
      if (seed.divergedAt().isPresent()) {
        diverged.add(seed.divergedAt().getAsLong());
      } else {
        diverged.addNull();
      }
    }
    scores(json.putObject("true_distribution"), trueDistribution);
    ArrayNode published = json.putArray("published");
    protocol.published().forEach(figure -> published(published.addObject(), figure));
    ArrayNode departures = json.putArray("departures");
    departures().forEach(departures::add);
    json.set("config", ConfigJson.tree(config));
    return json;
  }

  /** In percent and as text, as papers print them. */
  private static void published(ObjectNode json, Published figure) {
    json.put("method", figure.method())
        .put("modes", figure.modes())
        .put("hq_percent", figure.highQuality())
        .put("reverse_kl", figure.reverseKl());
  }

  private static void scores(ObjectNode json, CoverageScores scores) {
    json.set("modes", figures(scores.modes()));
    json.set("hq", figures(scores.highQuality()));
    json.set("reverse_kl", figures(scores.reverseKl()));
    json.set("jsd", figures(scores.jsd()));
  }

  private static ObjectNode figures(SeedFigures figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("mean", boxed(figures.mean())).put("se", boxed(figures.standardError()));
    ArrayNode values = json.putArray("values");
    figures.values().forEach(value -> values.add(boxed(value)));
    return json;
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
