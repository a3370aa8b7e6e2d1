package org.gan4j.nn;

import java.util.Optional;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** A recipe for a layer: an immutable record in a run's config. */
@RecipeKind("layer")
public interface LayerSpec extends Recipe {
  /**
   * Returns the shape of one output sample. Layers that do not fit together are reported here.
   *
   * @param input the shape of one input sample
   * @return the shape of one output sample
   * @throws IllegalArgumentException if the layer does not accept this input
   */
  Shape outputShape(Shape input);

  /**
   * {@return how many consecutive samples of a batch form a pack, which gives one output; 1 unless
   * the layer packs. For a layer that contains others it is their product. Batch sizes must be
   * divisible by it}
   */
  default int samplesPerOutput() {
    return 1;
  }

  /**
   * {@return the number of classes whose labels the layer takes with each batch, see {@link
   * Pass#labels}; 0 unless the layer is conditional. For a layer that contains others it is the
   * largest of theirs}
   */
  default int classes() {
    return 0;
  }

  /**
   * {@return the head that classifies samples beside the logit, the last layer of the network;
   * empty unless there is one}
   */
  default Optional<AuxiliaryHead> auxiliaryHead() {
    return Optional.empty();
  }

  /**
   * Returns how many trained numbers the layer has. A run whose networks cannot fit into memory is
   * refused by this count before any of them is built; a layer that leaves it at 0 is not counted.
   *
   * @param input the shape of one input sample
   * @return the number of elements of all parameters
   */
  default long parameterCount(Shape input) {
    return 0;
  }

  /**
   * Returns how many numbers of each sample training must keep between the forward and the backward
   * pass, at least: the output of each layer with parameters, since the next layer's gradient needs
   * it. A run whose batches cannot fit into memory is refused by this count too.
   *
   * @param input the shape of one input sample
   * @return the number of kept numbers per input sample
   */
  default long keptValues(Shape input) {
    return parameterCount(input) == 0 ? 0 : outputShape(input).size();
  }

  /**
   * Builds the layer with freshly initialised parameters of the backend's element type.
   *
   * @param input the shape of one input sample
   * @param init the source of the initial values; its path names the parameters
   * @param backend where the parameters live
   * @return the layer
   */
  Layer build(Shape input, Rng init, Backend backend);
}
