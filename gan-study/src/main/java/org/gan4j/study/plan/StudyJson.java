package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.JsonDocument;

/** Reads and writes a {@link Study} as JSON; an unknown or missing setting is an error. */
public final class StudyJson {
  private static final JsonDocument<Study> STUDY =
      new JsonDocument<>(Study.class, "study", "docs/guide/run-a-study.md");

  private StudyJson() {}

  /**
   * Writes a study as indented JSON.
   *
   * @param study the study
   * @return its text
   */
  public static String write(Study study) {
    return STUDY.write(study);
  }

  /**
   * Returns a study as a tree.
   *
   * @param study the study
   * @return what {@link #write} writes
   */
  public static JsonNode tree(Study study) {
    return STUDY.tree(study);
  }

  /**
   * Reads a study.
   *
   * @param json the text
   * @param where the origin of the text, for messages
   * @return the study
   * @throws ConfigException if the text is not a valid study
   */
  public static Study parse(String json, String where) throws ConfigException {
    return STUDY.parse(json, where);
  }

  /**
   * Reads a study file; its base becomes part of the study.
   *
   * @param file the file
   * @return the study
   * @throws ConfigException if the text is not a valid study in UTF-8
   * @throws IOException if the file, or that of the base, cannot be read
   */
  public static Study read(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return STUDY.read(file).whole(folder);
  }
}
