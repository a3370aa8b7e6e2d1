package org.gan4j.io.safetensors;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gan4j.core.Expect;
import org.gan4j.io.WholeFile;

/**
 * The content of a safetensors file: tensors and metadata, each sorted by name. Immutable.
 *
 * <p>Files written by {@link #write} have a checksum, which is not part of the content. Their
 * metadata begin with {@code gan4j.format} and {@code gan4j.sha256}, so that the 64 digits of the
 * latter are at the same position in every file; they are the SHA-256 of all other bytes. If {@link
 * #read} finds either key, it requires both in their place and the right digits; a file of another
 * program, which has neither, is read without a check.
 *
 * @param tensors the tensors by name
 * @param metadata strings by key
 */
public record SafetensorsFile(Map<String, TensorData> tensors, Map<String, String> metadata) {
  /**
   * Copies the two maps.
   *
   * @param tensors the tensors by name
   * @param metadata strings by key
   * @throws IllegalArgumentException if a name is reserved by the format or the checksum, a value
   *     is null, or a string is not valid Unicode
   */
  public SafetensorsFile {
    tensors = copy(tensors, Set.of(Header.METADATA), "tensors");
    metadata = copy(metadata, Checksum.KEYS, "metadata");
    metadata.values().forEach(SafetensorsFile::requireUnicode);
  }

  private static <T> Map<String, T> copy(Map<String, T> map, Set<String> reserved, String what) {
    String where = "SafetensorsFile " + what;
    map.forEach(
        (name, value) -> {
          requireUnicode(name);
          if (reserved.contains(name)) {
            throw Expect.failure(
                where, "names that the format does not use", "\"" + name + "\"", "rename it");
          }
          if (value == null) {
            throw Expect.failure(
                where, "a value for \"" + name + "\"", "null", "leave the entry out");
          }
        });
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  private static void requireUnicode(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Expect.failure(
          "SafetensorsFile", "valid Unicode", "a lone surrogate in \"" + text + "\"", "remove it");
    }
  }

  /**
   * Writes the whole file or nothing: {@link WholeFile} keeps the old file until the new one is on
   * disk and reads back as this content. Equal content gives equal bytes.
   *
   * @param target the file; its folder exists
   * @throws SafetensorsException if the file does not read back as it was written
   * @throws IOException if the file cannot be written
   */
  public void write(Path target) throws IOException {
    WholeFile.write(target, new SafetensorsWriter(target, this));
  }

  /**
   * Reads a file and checks its structure, and its checksum if it has one.
   *
   * @param file the file
   * @return the content, without the checksum
   * @throws SafetensorsException if the file is damaged or malformed
   * @throws IOException if the file cannot be read
   */
  public static SafetensorsFile read(Path file) throws IOException {
    String where = "safetensors " + file;
    // Not a channel: that would fail in a thread whose interruption asks for a last checkpoint.
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return new SafetensorsReader(where, in, Files.size(file)).read();
    } catch (SafetensorsException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "%s: expected a readable file, got %s; check the path and the permissions"
              .formatted(where, e.getMessage()),
          e);
    }
  }

  /** {@return the types and shapes by name, and the keys of the metadata} */
  @Override
  public String toString() {
    return "SafetensorsFile" + tensors + metadata.keySet();
  }
}
