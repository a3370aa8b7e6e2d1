package org.gan4j.io.safetensors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a safetensors file: tensors and metadata, each sorted by name. Immutable.
 *
 * <p>The checksum is no part of the content: {@link #write} adds it to the metadata under {@code
 * sha256}, {@link #read} verifies it and takes it off. It is the SHA-256 of the whole file with the
 * checksum's own 64 digits read as {@code 0}.
 *
 * @param tensors the tensors by name
 * @param metadata strings by key
 */
public record SafetensorsFile(Map<String, TensorData> tensors, Map<String, String> metadata) {
  /** The header key of the metadata, hence no name for a tensor. */
  static final String METADATA = "__metadata__";

  /** The metadata key of the checksum, hence no key for others. */
  static final String CHECKSUM = "sha256";

  /**
   * Copies the two maps.
   *
   * @param tensors the tensors by name
   * @param metadata strings by key
   * @throws IllegalArgumentException if a tensor is called {@code __metadata__}, if the metadata
   *     has a key {@code sha256}, or if a string is no valid Unicode
   */
  public SafetensorsFile {
    tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    reject(tensors, METADATA, "tensors");
    reject(metadata, CHECKSUM, "metadata");
    tensors.keySet().forEach(SafetensorsFile::requireUnicode);
    metadata.forEach(
        (key, value) -> {
          requireUnicode(key);
          requireUnicode(value);
        });
  }

  private static void reject(Map<String, ?> map, String reserved, String what) {
    if (map.containsKey(reserved)) {
      throw new IllegalArgumentException(
          "SafetensorsFile %s: expected no entry \"%s\", which the format uses itself; rename it"
              .formatted(what, reserved));
    }
    map.forEach(
        (name, value) -> {
          if (value == null) {
            throw new IllegalArgumentException(
                "SafetensorsFile %s: expected a value for \"%s\", got null; leave the entry out"
                    .formatted(what, name));
          }
        });
  }

  private static void requireUnicode(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "SafetensorsFile: expected valid Unicode, got a lone surrogate in \"%s\"; remove it"
              .formatted(text));
    }
  }

  /**
   * Replaces the file, entirely or not at all: a temporary file beside the target is written,
   * forced to the disk, read back and compared, then renamed over the target, and the directory is
   * forced. When this fails before the rename, the old file is untouched and the temporary one is
   * removed. Equal content gives equal bytes.
   *
   * @param target the file; its directory exists; a symbolic link is replaced by the file
   * @throws SafetensorsException if the file does not read back as it was written
   * @throws IOException if the file cannot be written
   */
  public void write(Path target) throws IOException {
    SafetensorsWriter.write(target, this);
  }

  /**
   * Reads and checks a file: its structure always, its checksum where it has one.
   *
   * @param file the file
   * @return the content, without the checksum
   * @throws SafetensorsException if the content is unsound
   * @throws IOException if the file cannot be read
   */
  public static SafetensorsFile read(Path file) throws IOException {
    return SafetensorsReader.read(file);
  }

  /** {@return the types and shapes by name, and the metadata's keys} */
  @Override
  public String toString() {
    return "SafetensorsFile" + tensors + metadata.keySet();
  }
}
