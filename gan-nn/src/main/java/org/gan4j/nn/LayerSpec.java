package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/** A recipe for a layer: an immutable record that stands in a run's config. */
public interface LayerSpec {
  /**
   * Returns the shape of one output sample; wiring errors surface here.
   *
   * @param input the shape of one input sample
   * @return the shape of one output sample
   * @throws IllegalArgumentException if the layer does not take such input
   */
  Shape outputShape(Shape input);

  /**
   * {@return how many consecutive samples of a batch make one output sample, a pack; 1 unless the
   * layer packs. A layer around others has their product, and takes batches that it divides}
   */
  default int samplesPerOutput() {
    return 1;
  }

  /**
   * Makes the layer with fresh parameters of the backend's element type.
   *
   * @param input the shape of one input sample
   * @param init draws the initial values; its path names the parameters
   * @param backend where the parameters live
   * @return the layer
   */
  Layer build(Shape input, Rng init, Backend backend);
}
