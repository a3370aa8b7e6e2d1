package org.gan4j.nn;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.State;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/** A function with parameters, applied to batches. */
public interface Layer {
  /**
   * Applies the layer.
   *
   * @shape [n, …input] to [n/m, …output], where m is the recipe's {@link
   *     LayerSpec#samplesPerOutput}
   * @param x a batch
   * @param pass the tape, the mode and the randomness to use
   * @return the outputs
   */
  Var forward(Var x, Pass pass);

  /** {@return the parameters, in a fixed order} */
  List<Parameter> parameters();

  /**
   * {@return the state that is not trained but changed by passes, such as running statistics, by
   * path and in a fixed order; checkpoints contain it}
   */
  default Map<String, State> buffers() {
    return Map.of();
  }

  /**
   * {@return whether an output of a training pass depends on samples of the batch other than its
   * own, or its own pack of {@link LayerSpec#samplesPerOutput}; if so, real and fake samples go
   * through in separate passes}
   */
  default boolean couplesSamples() {
    return false;
  }

  /**
   * Adds what the layer computes in an evaluation pass to a graph that other programs read.
   *
   * @param x the input
   * @param to where: the sequence of modules that the layer is the next part of
   * @return the output
   * @throws IllegalArgumentException if the layer cannot be exported, as is the default
   */
  default Wire export(Wire x, Export to) {
    throw Expect.failure(
        "export",
        "layers that say how they are exported",
        getClass().getNestHost().getSimpleName(),
        "leave it out or, if it is your own, override Layer.export");
  }
}
