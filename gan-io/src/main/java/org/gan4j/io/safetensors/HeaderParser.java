package org.gan4j.io.safetensors;

import static org.gan4j.io.safetensors.SafetensorsException.quoted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;

/** Reads the JSON header strictly: what the format does not allow is an error, never a guess. */
final class HeaderParser {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DAMAGED = "the file is damaged or not safetensors; save it again";

  private final String where;
  private final String text;
  private final JsonParser json;
  private final List<Header.Entry> entries = new ArrayList<>();
  private final Map<String, String> metadata = new HashMap<>();
  private OptionalInt checksumAt = OptionalInt.empty();

  private HeaderParser(String where, String text, JsonParser json) {
    this.where = where;
    this.text = text;
    this.json = json;
  }

  /**
   * Parses a header.
   *
   * @param where the file, for messages
   * @param header the header's bytes
   * @return what it says; the entries' places are not checked yet
   * @throws SafetensorsException if it is malformed
   */
  static Header parse(String where, byte[] header) throws IOException {
    String text = decode(where, header);
    try (JsonParser json = JSON.createParser(text)) {
      return new HeaderParser(where, text, json).parse();
    } catch (JsonProcessingException e) {
      throw malformed(where, "a JSON header", e.getOriginalMessage());
    }
  }

  private static String decode(String where, byte[] header) throws SafetensorsException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
    } catch (CharacterCodingException e) {
      throw malformed(where, "a JSON header in UTF-8", "other bytes");
    }
  }

  private Header parse() throws IOException {
    if (!text.startsWith("{")) {
      throw malformed(where, "a JSON header that begins with {", quoted(text));
    }
    json.nextToken();
    Set<String> names = new HashSet<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      requireNew(names.add(name), name);
      if (name.equals(SafetensorsFile.METADATA)) {
        parseMetadata();
      } else {
        entries.add(parseEntry(name));
      }
    }
    if (json.nextToken() != null) {
      throw malformed(where, "nothing but spaces after the JSON header", json.getText());
    }
    entries.sort(
        Comparator.comparingLong(Header.Entry::begin).thenComparingLong(Header.Entry::end));
    return new Header(List.copyOf(entries), Map.copyOf(metadata), checksumAt);
  }

  private void parseMetadata() throws IOException {
    require(JsonToken.START_OBJECT, "an object of strings under " + SafetensorsFile.METADATA);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      require(JsonToken.VALUE_STRING, "a string under metadata key " + quoted(key));
      String value = json.getText();
      requireNew(metadata.put(key, value) == null, key);
      if (key.equals(SafetensorsFile.CHECKSUM)) {
        checksumAt = OptionalInt.of(locate(value));
      }
    }
  }

  private int locate(String digits) throws SafetensorsException {
    int at = (int) json.currentTokenLocation().getCharOffset() + 1;
    if (!digits.matches("[0-9a-f]{64}") || !text.startsWith(digits, at)) {
      throw new SafetensorsException(
          where,
          "64 hexadecimal digits under metadata key \"" + SafetensorsFile.CHECKSUM + "\"",
          quoted(digits),
          DAMAGED);
    }
    return text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
  }

  private Header.Entry parseEntry(String name) throws IOException {
    String tensor = where + ", tensor " + quoted(name);
    require(JsonToken.START_OBJECT, "an object for tensor " + quoted(name));
    String dtype = null;
    long[] dims = null;
    long[] offsets = null;
    Set<String> keys = new HashSet<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      requireNew(keys.add(key), key);
      switch (key) {
        case "dtype" -> {
          require(JsonToken.VALUE_STRING, "a string for dtype");
          dtype = json.getText();
        }
        case "shape" -> dims = parseLongs("shape");
        case "data_offsets" -> offsets = parseLongs("data_offsets");
        default -> throw malformed(tensor, "only the keys dtype, shape, data_offsets", quoted(key));
      }
    }
    if (dtype == null || dims == null || offsets == null) {
      throw malformed(tensor, "the keys dtype, shape, data_offsets", keys.toString());
    }
    if (offsets.length != 2) {
      throw malformed(tensor, "two data_offsets", Arrays.toString(offsets));
    }
    return new Header.Entry(
        name, dtype(tensor, dtype), shape(tensor, dims), offsets[0], offsets[1]);
  }

  private long[] parseLongs(String key) throws IOException {
    require(JsonToken.START_ARRAY, "an array of integers for " + key);
    List<Long> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        throw malformed(where, "an array of integers for " + key, json.getText());
      }
      values.add(json.getLongValue());
    }
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  private static DType dtype(String where, String code) throws SafetensorsException {
    for (DType dtype : DType.values()) {
      if (Header.code(dtype).equals(code)) {
        return dtype;
      }
    }
    throw new SafetensorsException(
        where, "dtype F32 or F64", quoted(code), "convert the tensor before saving it");
  }

  private static Shape shape(String where, long[] dims) throws SafetensorsException {
    try {
      return Shape.of(Arrays.stream(dims).mapToInt(Math::toIntExact).toArray());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new SafetensorsException(
          where, "extents from 0 to 2147483647", "shape " + Arrays.toString(dims), DAMAGED);
    }
  }

  private void require(JsonToken expected, String description) throws IOException {
    if (json.nextToken() != expected) {
      throw malformed(where, description, json.getText());
    }
  }

  private void requireNew(boolean isNew, String name) throws SafetensorsException {
    if (!isNew) {
      throw new SafetensorsException(
          where, "each name once", quoted(name) + " twice", "save it again with distinct names");
    }
  }

  private static SafetensorsException malformed(String where, String expected, String got) {
    return new SafetensorsException(where, expected, got, DAMAGED);
  }
}
