package org.gan4j.train.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * @param source the paper
 * @param setUp what the source fixes
 * @param published the source's own figures
 */
public record Protocol(
    String name,
    String data,
    int samples,
    int seeds,
    String source,
    String setUp,
    List<Published> published) {
  /**
   * Copies the list.
   *
   * @param name the protocol's name
   * @param data the data set's name, ring or grid
   * @param samples how many samples of each trained generator are scored
   * @param seeds how many trainings the published figures are means of
   * @param source the paper
   * @param setUp what the source fixes
   * @param published the source's own figures
   */
  public Protocol {
    published = List.copyOf(published);
  }

  /** {@return the best settings that are known for it here; its seed is to be replaced} */
  public GanConfig best() {
    return config("best");
  }

  /**
   * {@return the source's own settings, as far as it states them; its seed is to be replaced}
   *
   * @throws IllegalArgumentException if the source does not state them
   */
  public GanConfig asPublished() {
    return config("published");
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
