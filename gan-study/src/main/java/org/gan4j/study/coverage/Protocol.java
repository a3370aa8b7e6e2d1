package org.gan4j.study.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.data.distribution.MultiModal;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/**
 * How coverage is measured. Only figures of one protocol on one data set can be compared; published
 * figures of different protocols contradict each other.
 *
 * @param name the protocol's name
 * @param data the data set's name, ring or grid
 * @param samples the number of samples scored per trained generator
 * @param seeds the number of trainings that the published means are taken over
 * @param distribution the distribution of the data
 * @param rules the settings that the protocol fixes
 * @param source the paper
 * @param setUp the settings of the source, in words
 * @param published the figures of the source
 */
public record Protocol(
    String name,
    String data,
    int samples,
    int seeds,
    MultiModal distribution,
    Set<Rule> rules,
    String source,
    String setUp,
    List<Published> published) {
  /**
   * Copies the collections.
   *
   * @param name the protocol's name
   * @param data the data set's name, ring or grid
   * @param samples the number of samples scored per trained generator
   * @param seeds the number of trainings that the published means are taken over
   * @param distribution the distribution of the data
   * @param rules the settings that the protocol fixes
   * @param source the paper
   * @param setUp the settings of the source, in words
   * @param published the figures of the source
   */
  public Protocol {
    rules = Set.copyOf(rules);
    published = List.copyOf(published);
  }

  /** {@return the best known settings for this protocol; replace the seed} */
  public GanConfig best() {
    return config("best");
  }

  /**
   * {@return the settings of the source, as far as it states them and this library supports them;
   * replace the seed}
   *
   * <p>Every batch has new data, even if the source draws a data set once, as pacgan-2018 does with
   * 100 000 points.
   *
   * @throws IllegalArgumentException if the source does not state its settings
   */
  public GanConfig asPublished() {
    return config("published");
  }

  /**
   * Returns how a config differs from the settings that the protocol fixes, apart from the data.
   *
   * @param config any settings
   * @return one phrase per difference, such as "latent 2 for 64"; empty if the config follows the
   *     protocol
   */
  public List<String> departures(GanConfig config) {
    return Stream.of(Rule.values())
        .filter(rules::contains)
        .flatMap(rule -> rule.departure(config, asPublished()).stream())
        .toList();
  }

  private GanConfig config(String kind) {
    String file = String.format(Locale.ROOT, "protocols/%s-%s-%s.json", name, data, kind);
    try (InputStream in = Protocol.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "protocol %s on %s: expected settings that its source states in full, got none; use the best known ones",
                name,
                data));
      }
      return ConfigJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
