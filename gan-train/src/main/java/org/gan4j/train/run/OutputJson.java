package org.gan4j.train.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gan4j.data.DataException;

/** The file output.json of a run: its {@link OutputSchedule}, so that a resumed run keeps it. */
final class OutputJson {
  private static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private OutputJson() {}

  static String write(OutputSchedule schedule) {
    try {
      return JSON.writeValueAsString(
              JSON.createObjectNode()
                  .put("format", FORMAT)
                  .put("metrics_every", schedule.metricsEvery())
                  .put("pictures_every", schedule.picturesEvery())
                  .put("checkpoints_every", schedule.checkpointsEvery())
                  .put("keep", schedule.keep()))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers can always be written as JSON", e);
    }
  }

  static OutputSchedule read(Path file) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new DataException(
          file + ": expected how often the run writes its output, got no such file;" + advice(), e);
    } catch (JsonProcessingException e) {
      throw new DataException(
          file + ": expected JSON, got " + e.getOriginalMessage() + ";" + advice(), e);
    }
    if (json.path("format").asLong() > FORMAT) {
      throw new DataException(
          file
              + ": expected \"format\": "
              + FORMAT
              + ", got "
              + json.path("format")
              + "; a newer GAN4J wrote it, use that one");
    }
    return new OutputSchedule(
        count(file, json, "metrics_every"),
        count(file, json, "pictures_every"),
        count(file, json, "checkpoints_every"),
        Math.toIntExact(Math.min(Integer.MAX_VALUE, count(file, json, "keep"))));
  }

  private static long count(Path file, JsonNode json, String key) throws DataException {
    JsonNode value = json.path(key);
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
      throw new DataException(
          file
              + ": expected a number >= 0 as \""
              + key
              + "\", got "
              + (value.isMissingNode() ? "none" : value)
              + ";"
              + advice());
    }
    return value.longValue();
  }

  private static String advice() {
    return " start a new run from config.json beside it";
  }
}
