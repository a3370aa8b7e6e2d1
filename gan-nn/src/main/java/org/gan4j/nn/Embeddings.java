package org.gan4j.nn;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.init.Fans;
import org.gan4j.nn.init.Initializer;

/** A learned vector for each class. */
final class Embeddings {
  private Embeddings() {}

  /** The vectors, [classes, width]. */
  static Parameter of(int classes, int width, Initializer initializer, Rng rng, Backend backend) {
    double[] values =
        initializer.draw(new Fans(classes, width, width, classes), rng.stream("embedding").at(0));
    String name = rng.stream("embedding").name();
    return new Parameter(backend, name, Shape.of(classes, width), backend.dtype(), values);
  }
}
