package org.gan4j.speed.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.data.DataException;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.Ceiling;
import org.gan4j.speed.run.SpeedResults;

/**
 * Results as JSON. Times are microseconds, rates GFLOP/s and GB/s; a number that is not known is
 * left out. A file by another program needs {@code cases} with {@code name}, {@code backend} and
 * {@code median_us}.
 */
public final class SpeedJson {
  /** The fact that is at the top level too. */
  private static final String KERNEL = "kernel";

  private SpeedJson() {}

  /**
   * Writes results.
   *
   * @param results the results
   * @return {@code peak_gflops}, {@code copy_gbps}, {@code kernel}, {@code facts}, {@code ceilings}
   *     and {@code cases}
   */
  public static ObjectNode of(SpeedResults results) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String first = results.backends().stream().findFirst().orElse("");
    put(json, "peak_gflops", results.peakGflops(first));
    put(json, "copy_gbps", results.copyGbps(first));
    json.put(KERNEL, results.facts().getOrDefault(KERNEL, "unknown"));
    ObjectNode facts = json.putObject("facts");
    results.facts().forEach(facts::put);
    var ceilings = json.putArray("ceilings");
    results.ceilings().forEach(one -> ceiling(ceilings.addObject(), one));
    var cases = json.putArray("cases");
    results.cases().forEach(one -> result(cases.addObject(), one, results));
    return json;
  }

  private static void ceiling(ObjectNode json, Ceiling ceiling) {
    json.put("backend", ceiling.backend())
        .put("device", ceiling.device())
        .put("threads", ceiling.threads());
    put(json, "peak_gflops", ceiling.gflops());
    put(json, "copy_gbps", ceiling.gbps());
  }

  private static void result(ObjectNode json, CaseResult one, SpeedResults results) {
    Timing timing = one.timing();
    json.put("name", one.name())
        .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
        .put("backend", one.backend())
        .put("median_us", timing.median())
        .put("min_us", timing.min())
        .put("max_us", timing.max())
        .put("rounds", timing.rounds());
    put(json, "gflops", one.gflops());
    put(json, "peak_share", results.peakShare(one));
    put(json, "gbps", one.gbps());
    put(json, "flop", one.cost().flop());
    put(json, "bytes", one.cost().bytes());
  }

  private static void put(ObjectNode json, String key, double value) {
    if (Double.isFinite(value)) {
      json.put(key, value);
    }
  }

  /**
   * Reads results.
   *
   * @param file a file that {@link #of} describes
   * @return the results
   * @throws DataException if the file is not such JSON; the message names the place
   * @throws IOException if the file cannot be read
   */
  public static SpeedResults read(Path file) throws IOException {
    JsonNode json;
    try {
      json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw damaged(file, "JSON as gan bench writes it", e.getOriginalMessage());
    }
    JsonNode listed = json.path("cases");
    if (!listed.isArray()) {
      throw damaged(file, "an object with a list of cases", describe(listed));
    }
    List<CaseResult> cases = new ArrayList<>();
    for (JsonNode one : listed) {
      cases.add(result(file, "cases[" + cases.size() + "]", one));
    }
    List<Ceiling> ceilings = new ArrayList<>();
    json.path("ceilings").forEach(one -> ceilings.add(ceiling(one)));
    return new SpeedResults(facts(json), ceilings, cases);
  }

  private static Map<String, String> facts(JsonNode json) {
    Map<String, String> facts = new LinkedHashMap<>();
    json.path("facts")
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
    return facts;
  }

  private static Ceiling ceiling(JsonNode json) {
    return new Ceiling(
        json.path("backend").asText(),
        json.path("device").asText("cpu"),
        json.path("threads").asInt(1),
        number(json, "peak_gflops", Double.NaN),
        number(json, "copy_gbps", Double.NaN));
  }

  private static CaseResult result(Path file, String place, JsonNode json) throws DataException {
    String name = text(file, place, json, "name");
    double median = number(json, "median_us", Double.NaN);
    if (!(median > 0)) {
      throw damaged(file, place + ".median_us, a time above 0", describe(json.path("median_us")));
    }
    Timing timing =
        new Timing(
            median,
            number(json, "min_us", median),
            number(json, "max_us", median),
            json.path("rounds").asInt(1));
    Cost cost = new Cost(number(json, "flop", Double.NaN), number(json, "bytes", Double.NaN));
    return new CaseResult(name, kind(json, name), text(file, place, json, "backend"), timing, cost);
  }

  private static double number(JsonNode json, String key, double otherwise) {
    return json.path(key).isNumber() ? json.path(key).asDouble() : otherwise;
  }

  private static String text(Path file, String place, JsonNode json, String key)
      throws DataException {
    if (!json.path(key).isTextual()) {
      throw damaged(file, place + "." + key + ", a name", describe(json.path(key)));
    }
    return json.path(key).asText();
  }

  /** The kind that is written, or else that of a name such as {@code step/toy2d}. */
  private static Kind kind(JsonNode json, String name) {
    String kind = json.path("kind").asText(name.replaceFirst("/.*", ""));
    return Arrays.stream(Kind.values())
        .filter(one -> one.name().equalsIgnoreCase(kind))
        .findFirst()
        .orElse(Kind.STEP);
  }

  private static String describe(JsonNode json) {
    return json.isMissingNode() ? "nothing" : json.toString();
  }

  private static DataException damaged(Path file, String expected, String got) {
    return new DataException(
        file + ": expected " + expected + ", got " + got + "; write one with gan bench --out DIR");
  }
}
