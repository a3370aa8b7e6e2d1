package org.gan4j.train.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Set;
import org.gan4j.nn.optim.Span;

/** Reads a {@link Span}, whose only setting says which one it is. */
final class SpanReader extends StdDeserializer<Span> {
  private static final long serialVersionUID = 1L;

  /** The settings of spans. */
  static final Set<String> SETTINGS = Set.of("updates", "share");

  SpanReader() {
    super(Span.class);
  }

  @Override
  public Span deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode json = context.readTree(parser);
    JsonNode updates = json.path("updates");
    JsonNode share = json.path("share");
    if (json.size() == 1 && updates.isIntegralNumber() && updates.canConvertToLong()) {
      return Span.updates(updates.longValue());
    }
    if (json.size() == 1 && share.isNumber()) {
      return Span.share(share.doubleValue());
    }
    return context.reportInputMismatch(
        this,
        "expected {\"updates\": 6000}, a number of updates, or {\"share\": 1.0}, a share of the"
            + " run, got %s",
        json);
  }
}
