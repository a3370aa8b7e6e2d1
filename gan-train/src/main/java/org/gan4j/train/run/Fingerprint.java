package org.gan4j.train.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.core.backend.BackendProvider;
import org.gan4j.core.backend.Backends;
import org.gan4j.train.Compute;

/**
 * What decides the last bits of a run beside its config: the versions of GAN4J and Java, the
 * processor's architecture, the backend with its libraries and their kernels, and the number of
 * threads.
 *
 * @param facts values by name
 */
public record Fingerprint(SortedMap<String, String> facts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Copies the facts.
   *
   * @param facts values by name
   */
  public Fingerprint {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /**
   * Asks this machine.
   *
   * @param compute where the run computes
   * @return the fingerprint of a run here
   */
  public static Fingerprint of(Compute compute) {
    SortedMap<String, String> facts = new TreeMap<>();
    Backends.providers().stream()
        .filter(provider -> provider.name().equals(compute.backend()))
        .map(BackendProvider::probe)
        .forEach(here -> facts.putAll(here.details()));
    facts.put("backend", compute.backend());
    facts.put("threads", Integer.toString(compute.threads()));
    facts.put("gan4j", version());
    facts.put("java", System.getProperty("java.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    return new Fingerprint(facts);
  }

  private static String version() {
    return Optional.ofNullable(Fingerprint.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /**
   * Lists what another fingerprint has in place of these facts.
   *
   * @param other the other fingerprint
   * @return a line each, such as {@code threads 2, was 1}; none if they are equal
   */
  public List<String> changesTo(Fingerprint other) {
    List<String> changes = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    for (String name : names) {
      String before = facts.getOrDefault(name, "none");
      String now = other.facts.getOrDefault(name, "none");
      if (!before.equals(now)) {
        changes.add(name + " " + now + ", was " + before);
      }
    }
    return changes;
  }

  /** {@return the facts as an object in JSON} */
  String json() {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings can always be written as JSON", e);
    }
  }

  /** Parses what {@link #json} writes; nothing if it is anything else. */
  static Optional<Fingerprint> parse(String json) {
    try {
      Map<String, String> facts = JSON.readValue(json, new TypeReference<>() {});
      return Optional.ofNullable(facts).map(map -> new Fingerprint(new TreeMap<>(map)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
