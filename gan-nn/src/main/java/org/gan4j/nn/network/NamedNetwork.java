package org.gan4j.nn.network;

import java.util.Optional;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.AuxiliaryHead;
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
  default long keptValues(Shape input) {
    return layers().keptValues(input);
  }

  @Override
  default int samplesPerOutput() {
    return layers().samplesPerOutput();
  }

  @Override
  default int classes() {
    return layers().classes();
  }

  @Override
  default Optional<AuxiliaryHead> auxiliaryHead() {
    return layers().auxiliaryHead();
  }

  @Override
  default Layer build(Shape input, Rng init, Backend backend) {
    return layers().build(input, init, backend);
  }
}
