package org.gan4j.testkit.torch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.Shape;
import org.gan4j.testkit.HostArray;

/** Numbers of a file by name; the file names the script that computed them. */
final class TorchNumbers {
  private static final Map<String, HostArray> NUMBERS = both("pytorch.csv", "images.csv");

  private TorchNumbers() {}

  private static Map<String, HostArray> both(String dense, String images) {
    Map<String, HostArray> numbers = read(dense);
    numbers.putAll(read(images));
    return numbers;
  }

  static HostArray get(String name) {
    HostArray numbers = NUMBERS.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("PyTorch's numbers: expected some named " + name);
    }
    return numbers;
  }

  /** The norm of all arrays whose names begin so. */
  static double norm(String prefix) {
    return Math.sqrt(
        NUMBERS.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .flatMapToDouble(entry -> Arrays.stream(entry.getValue().values()))
            .map(value -> value * value)
            .sum());
  }

  static Map<String, HostArray> read(String file) {
    Map<String, HostArray> numbers = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                TorchNumbers.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split(";", -1);
          numbers.put(cells[0], HostArray.of(shape(cells[1]), values(cells[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }

  private static Shape shape(String text) {
    return text.isEmpty()
        ? Shape.scalar()
        : Shape.of(Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray());
  }

  private static double[] values(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
