package org.gan4j.nn;

import java.util.List;
import java.util.Map;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.State;

/** A function with parameters. */
public interface Layer {
  /**
   * Applies the layer.
   *
   * @param x a batch, {@code [n, …input]}
   * @param pass how: on which tape, in which mode, with which randomness
   * @return a batch, {@code [n, …output]}; {@code [n/m, …output]} of a recipe whose {@link
   *     LayerSpec#samplesPerOutput} is m
   */
  Var forward(Var x, Pass pass);

  /** {@return the parameters, in a fixed order} */
  List<Parameter> parameters();

  /**
   * {@return numbers that passes change and no optimizer does, such as running statistics, by their
   * paths in a fixed order; checkpoints hold them}
   */
  default Map<String, State> buffers() {
    return Map.of();
  }

  /**
   * {@return whether a training pass lets an output depend on samples of the batch that it is not
   * for: on others than the one, or than its pack's of {@link LayerSpec#samplesPerOutput}; real and
   * generated samples then go through in separate passes}
   */
  default boolean couplesSamples() {
    return false;
  }
}
