package org.gan4j.testkit.torch;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;

/**
 * Where a game is computed, and how far it may lie from PyTorch's FLOAT64, relative in norm.
 *
 * @param backend the backend's name
 * @param dtype element type
 */
record TorchSetting(String backend, DType dtype) {
  static List<TorchSetting> all() {
    return Stream.of("reference", "cpu")
        .flatMap(name -> Stream.of(DType.values()).map(dtype -> new TorchSetting(name, dtype)))
        .toList();
  }

  /** Of a value or a gradient. */
  double bound() {
    return dtype == DType.FLOAT32 ? 1e-5 : 1e-10;
  }

  /** Of parameters after three steps. */
  double parameterBound() {
    return dtype == DType.FLOAT32 ? 1e-6 : 1e-11;
  }

  /** Of what three steps changed. */
  double updateBound() {
    return dtype == DType.FLOAT32 ? 1e-3 : 1e-9;
  }
}
