package org.gan4j.io.safetensors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/** Copies states, such as a network's parameters, into tensors of a file and back. */
public final class SavedStates {
  private SavedStates() {}

  /**
   * Copies states.
   *
   * @param states the states by name
   * @return their numbers by name, in the same order
   */
  public static Map<String, TensorData> copy(Map<String, State> states) {
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    states.forEach((name, state) -> tensors.put(name, copy(state)));
    return tensors;
  }

  private static TensorData copy(State state) {
    Tensor tensor = state.read();
    return state.dtype() == DType.FLOAT32
        ? TensorData.of(state.shape(), tensor.toFloats())
        : TensorData.of(state.shape(), tensor.toDoubles());
  }

  /**
   * Overwrites states with the tensors of the same names.
   *
   * @param file the tensors; others are ignored
   * @param where the origin of the file, for messages
   * @param advice what to do if the file does not fit
   * @param states the states to overwrite, by name
   * @param backend the states' backend
   * @throws SafetensorsException if a tensor is missing or does not fit; no state is then changed
   */
  public static void restore(
      SafetensorsFile file, String where, String advice, Map<String, State> states, Backend backend)
      throws SafetensorsException {
    for (Map.Entry<String, State> entry : states.entrySet()) {
      State state = entry.getValue();
      TensorData data = file.tensors().get(entry.getKey());
      String expected = "tensor " + entry.getKey() + " " + state.dtype() + state.shape();
      if (data == null) {
        throw new SafetensorsException(where, expected, "none of that name", advice);
      }
      if (data.dtype() != state.dtype() || !data.shape().equals(state.shape())) {
        String got = data.dtype().toString() + data.shape();
        throw new SafetensorsException(where, expected, got, advice);
      }
    }
    try (Tape tape = Tape.on(backend)) {
      for (Map.Entry<String, State> entry : states.entrySet()) {
        TensorData data = file.tensors().get(entry.getKey());
        Tensor tensor =
            data.dtype() == DType.FLOAT32
                ? tape.backend().tensor(data.shape(), data.dtype(), data.floats())
                : tape.backend().tensor(data.shape(), data.dtype(), data.doubles());
        backend.assign(entry.getValue(), tensor);
      }
    }
  }
}
