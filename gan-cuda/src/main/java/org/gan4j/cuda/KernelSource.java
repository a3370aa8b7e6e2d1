package org.gan4j.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gan4j.core.DType;

/** The sources of the kernels, which are resources beside this class. */
final class KernelSource {
  /** In the order in which they are put together. */
  static final List<String> FILES =
      List.of("common.cu", "elementwise.cu", "rows.cu", "norm.cu", "maps.cu");

  private KernelSource() {}

  /** {@return the source for an element type: all files, one after the other} */
  static String of(DType dtype) {
    StringBuilder source = new StringBuilder();
    source.append("#define REAL ").append(real(dtype)).append('\n');
    FILES.forEach(file -> source.append(text(file)));
    return source.toString();
  }

  private static String real(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
    };
  }

  private static String text(String file) {
    try (InputStream in = KernelSource.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
