package org.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gan4j.data.sets.ImageSet;

/** The facts of {@link InfoCommand} as a table. */
final class InfoTable {
  private static final long MEBIBYTE = 1L << 20;

  private InfoTable() {}

  static String text(ObjectNode facts) {
    StringBuilder table = new StringBuilder();
    row(table, "GAN4J", facts.path("version").asText());
    row(table, "Java", facts.path("java").asText());
    row(table, "", facts.path("java_home").asText());
    row(table, "system", facts.path("os").asText());
    row(table, "processor", facts.path("cpu").asText());
    row(table, "threads", facts.path("threads").asText());
    row(table, "heap", "up to " + facts.path("heap_bytes").asLong() / MEBIBYTE + " MiB");
    facts.path("backends").forEach(backend -> backend(table, backend));
    row(table, "data in", facts.path("data").path("folder").asText());
    facts
        .path("data")
        .path("present")
        .properties()
        .forEach(set -> row(table, "", presence(set.getKey(), set.getValue())));
    row(table, "losses", join(facts.path("losses")));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, String value) {
    table.append(String.format(Locale.ROOT, "%-11s %s%n", name, value));
  }

  private static void backend(StringBuilder table, JsonNode backend) {
    String usable = backend.path("usable").asBoolean() ? "usable" : "NOT USABLE";
    row(table, "backend", backend.path("name").asText() + ", " + usable);
    row(table, "", "  " + backend.path("description").asText());
    row(table, "", "  " + backend.path("reason").asText());
    backend
        .path("details")
        .properties()
        .forEach(
            detail -> row(table, "", "  " + detail.getKey() + ": " + detail.getValue().asText()));
  }

  private static String presence(String set, JsonNode present) {
    return "  " + set + (present.asBoolean() ? ": present" : ": missing; " + remedy(set));
  }

  private static String remedy(String set) {
    return ImageSet.ofId(set).isFetched()
        ? "scripts/fetch-data " + set
        : "put its files there, as its authors publish them";
  }

  private static String join(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
