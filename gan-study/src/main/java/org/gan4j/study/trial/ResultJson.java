package org.gan4j.study.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.data.DataException;
import org.gan4j.io.WholeFile;

/** The result of a trial as JSON, as in its file result.json. */
public final class ResultJson {
  private static final int FORMAT = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultJson() {}

  static void write(Path file, TrialResult result) throws IOException {
    WholeFile.write(file, WholeFile.text(text(result)));
  }

  /**
   * Writes a result.
   *
   * @param result the result
   * @return its text
   */
  public static String text(TrialResult result) {
    ObjectNode json = JSON.createObjectNode().put("format", FORMAT);
    json.put("trial", result.trial())
        .put("fingerprint", result.fingerprint())
        .put("status", result.status().id())
        .put("reason", result.reason())
        .put("steps", result.steps())
        .put("seconds", result.seconds());
    ObjectNode metrics = json.putObject("metrics");
    result
        .metrics()
        .forEach(
            (name, value) -> metrics.put(name, value.isPresent() ? value.getAsDouble() : null));
    ObjectNode machine = json.putObject("machine");
    result.machine().forEach(machine::put);
    return json.toPrettyString() + "\n";
  }

  /** Reads a result; nothing if there is none. */
  static Optional<TrialResult> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(parse(Files.readString(file), file.toString()));
  }

  /**
   * Reads a result.
   *
   * @param text what {@link #text} writes
   * @param where the origin of the text, for messages
   * @return the result
   * @throws DataException if it is anything else
   */
  public static TrialResult parse(String text, String where) throws DataException {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.path("format").asInt() != FORMAT) {
        throw unsound(where, "\"format\": " + FORMAT, json.path("format").toString(), null);
      }
      return result(json);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw unsound(where, "the result of a trial", e.getMessage(), e);
    }
  }

  private static TrialResult result(JsonNode json) {
    Map<String, OptionalDouble> metrics = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> metric : json.path("metrics").properties()) {
      JsonNode value = metric.getValue();
      metrics.put(
          metric.getKey(),
          value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty());
    }
    SortedMap<String, String> machine = new TreeMap<>();
    json.path("machine")
        .properties()
        .forEach(fact -> machine.put(fact.getKey(), fact.getValue().asText()));
    return new TrialResult(
        json.path("trial").asText(),
        json.path("fingerprint").asText(),
        TrialStatus.valueOf(json.path("status").asText().toUpperCase(Locale.ROOT)),
        json.path("reason").asText(),
        json.path("steps").asLong(),
        json.path("seconds").asDouble(),
        metrics,
        machine);
  }

  private static DataException unsound(String where, String expected, String got, Exception cause) {
    return new DataException(
        where
            + ": expected "
            + expected
            + ", got "
            + got
            + "; remove the file, and the trial is measured again",
        cause);
  }
}
