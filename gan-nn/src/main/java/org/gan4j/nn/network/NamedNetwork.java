package org.gan4j.nn.network;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;

/** A recipe that stands for the layers it is made of: a config names it in place of all of them. */
public interface NamedNetwork extends LayerSpec {
  /** {@return the layers} */
  LayerSpec layers();

  @Override
  default Shape outputShape(Shape input) {
    return layers().outputShape(input);
  }

  @Override
  default long parameterCount(Shape input) {
    return layers().parameterCount(input);
  }

  @Override
  default int samplesPerOutput() {
    return layers().samplesPerOutput();
  }

  @Override
  default Layer build(Shape input, Rng init, Backend backend) {
    return layers().build(input, init, backend);
  }
}
