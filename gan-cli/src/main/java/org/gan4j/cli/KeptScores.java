package org.gan4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.cli.CheckpointScores.Row;
import org.gan4j.data.DataException;
import org.gan4j.io.WholeFile;

/**
 * The scores that were measured so far, kept in a file so that a command that was stopped goes on
 * where it was. Each belongs to what decides it: the checkpoint's bytes, the parameters, the
 * settings and the machine.
 */
final class KeptScores {
  private static final String FORMAT = "gan4j_scores";
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private final Map<String, Row> rows;

  private KeptScores(Path file, Map<String, Row> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads the file if there is one.
   *
   * @throws DataException if it is something else or damaged
   */
  static KeptScores in(Path file) throws IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (JsonNode row : read(file)) {
        rows.put(row.path("of").asText(), row(file, row));
      }
    }
    return new KeptScores(file, rows);
  }

  Optional<Row> of(String measured) {
    return Optional.ofNullable(rows.get(measured));
  }

  /** Adds a score and writes the file. */
  void add(String measured, Row row) throws IOException {
    rows.put(measured, row);
    ObjectNode json = Json.object().put(FORMAT, VERSION);
    ArrayNode array = json.putArray("rows");
    rows.forEach((of, kept) -> array.add(json(of, kept)));
    WholeFile.write(file, WholeFile.text(Json.text(json) + "\n"));
  }

  private static ObjectNode json(String of, Row row) {
    ObjectNode json = Json.object();
    json.put("of", of).put("step", row.step()).put("parameters", row.parameters());
    ArrayNode numbers = json.putArray("numbers");
    for (ScoreNumber number : row.numbers()) {
      numbers
          .addObject()
          .put("key", number.key())
          .put("name", number.name())
          .put("value", number.value())
          .put("larger_is_better", number.largerIsBetter());
    }
    json.set("score", row.json());
    return json;
  }

  private static JsonNode read(Path file) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      if (json.path(FORMAT).asInt() == VERSION && json.path("rows").isArray()) {
        return json.path("rows");
      }
      throw damaged(file, "another format");
    } catch (JsonProcessingException e) {
      throw damaged(file, "'" + e.getOriginalMessage() + "'");
    }
  }

  private static Row row(Path file, JsonNode json) throws DataException {
    List<ScoreNumber> numbers = new ArrayList<>();
    for (JsonNode number : json.path("numbers")) {
      numbers.add(
          new ScoreNumber(
              number.path("key").asText(),
              number.path("name").asText(),
              number.path("value").asDouble(),
              number.path("larger_is_better").asBoolean()));
    }
    if (numbers.isEmpty() || !(json.path("score") instanceof ObjectNode score)) {
      throw damaged(file, "a row without numbers or score");
    }
    return new Row(json.path("step").asLong(), json.path("parameters").asText(), numbers, score);
  }

  private static DataException damaged(Path file, String got) {
    return new DataException(
        file
            + ": expected the scores of an earlier gan score --checkpoints, got "
            + got
            + "; remove the file to measure all of them again");
  }
}
