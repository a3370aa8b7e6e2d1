package org.gan4j.study.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.data.distribution.MultiModal;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/**
 * How a coverage figure comes about. Figures of one protocol on one data set can be compared;
 * published ones of different protocols contradict one another.
 *
 * @param name the protocol's name
 * @param data the data set's name, ring or grid
 * @param samples how many samples of each trained generator are scored
 * @param seeds how many trainings the published figures are means of
 * @param law the data's law
 * @param rules which settings it fixes
 * @param source the paper
 * @param setUp what the source fixes
 * @param published the source's own figures
 */
public record Protocol(
    String name,
    String data,
    int samples,
    int seeds,
    MultiModal law,
    Set<Rule> rules,
    String source,
    String setUp,
    List<Published> published) {
  /**
   * Copies the collections.
   *
   * @param name the protocol's name
   * @param data the data set's name, ring or grid
   * @param samples how many samples of each trained generator are scored
   * @param seeds how many trainings the published figures are means of
   * @param law the data's law
   * @param rules which settings it fixes
   * @param source the paper
   * @param setUp what the source fixes
   * @param published the source's own figures
   */
  public Protocol {
    rules = Set.copyOf(rules);
    published = List.copyOf(published);
  }

  /** {@return the best settings that are known for it here; its seed is to be replaced} */
  public GanConfig best() {
    return config("best");
  }

  /**
   * {@return the source's own settings, as far as it states them and this library has them; its
   * seed is to be replaced}
   *
   * <p>Data are new in every batch, also where the source draws a set once, as pacgan-2018 does
   * with 100 000 points.
   *
   * @throws IllegalArgumentException if the source does not state them
   */
  public GanConfig asPublished() {
    return config("published");
  }

  /**
   * Returns how a config departs from what the protocol fixes beside its data.
   *
   * @param config any settings
   * @return one phrase each, such as "latent 2 for 64"; none where its figures are the protocol's
   */
  public List<String> departures(GanConfig config) {
    return Stream.of(Rule.values())
        .filter(rules::contains)
        .flatMap(rule -> rule.departure(config, asPublished()).stream())
        .toList();
  }

  private GanConfig config(String kind) {
    String file = "protocols/%s-%s-%s.json".formatted(name, data, kind);
    try (InputStream in = Protocol.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "protocol %s on %s: expected settings that its source states in full, got none; use the best known ones"
                .formatted(name, data));
      }
      return ConfigJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
