package org.gan4j.train.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A setting that a record does not have. If a required setting is missing as well, Jackson reports
 * only that one; the misspelt name, with its line, is more useful.
 *
 * @param setting the unknown name
 * @param known the names of the record's settings
 * @param line the line of the unknown name, from 1; 0 if there are no lines
 */
record Misspelling(String setting, List<String> known, long line) {
  /** Names that are not settings. */
  private static final Set<String> RESERVED = Set.of("type", JsonDocument.FORMAT_KEY);

  static Optional<Misspelling> in(String json, JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
      return Optional.of(of(json, unknown.getPropertyName(), known, failure));
    }
    if (failure instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      List<Reference> path = mismatch.getPath();
      if (path.get(path.size() - 1).getFrom() instanceof Class<?> type && type.isRecord()) {
        return unknownName(json, path, type, failure);
      }
    }
    return Optional.empty();
  }

  private static Misspelling of(
      String json, String name, List<String> known, JsonProcessingException failure) {
    boolean lines = ConfigProblem.hasLine(failure.getLocation());
    long line = lines ? json.substring(0, json.indexOf('"' + name + '"')).lines().count() : 0;
    return new Misspelling(name, known, line);
  }

  private static Optional<Misspelling> unknownName(
      String json, List<Reference> path, Class<?> type, JsonProcessingException failure) {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).sorted().toList();
    Iterator<String> names = ConfigProblem.at(json, path.subList(0, path.size() - 1)).fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name) && !RESERVED.contains(name)) {
        return Optional.of(of(json, name, known, failure));
      }
    }
    return Optional.empty();
  }

  String message() {
    return (line > 0 ? "line " + line + ": " : "")
        + "expected one of "
        + String.join(", ", known)
        + ", got '"
        + setting
        + "'"
        + (known.contains("over") && SpanReader.SETTINGS.contains(setting)
            ? "; write \"over\": {\"" + setting + "\": …}"
            : "");
  }
}
