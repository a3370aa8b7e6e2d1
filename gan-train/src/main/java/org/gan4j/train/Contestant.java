package org.gan4j.train;

import org.gan4j.core.autograd.Gradients;
import org.gan4j.nn.Layer;
import org.gan4j.nn.optim.Updater;

/** One of the two networks in training, with its count of updates. */
final class Contestant {
  private final String name;
  private final Layer network;
  private final Updater updater;
  private long updates;

  Contestant(String name, Layer network, Updater updater) {
    this.name = name;
    this.network = network;
    this.updater = updater;
  }

  /** {@return the root of its paths} */
  String name() {
    return name;
  }

  /** {@return its parameters} */
  Layer network() {
    return network;
  }

  /** {@return what changes them} */
  Updater updater() {
    return updater;
  }

  /** {@return how many updates were made so far} */
  long updates() {
    return updates;
  }

  void extrapolate(Gradients gradients) {
    updater.extrapolate(gradients, updates + 1);
  }

  void update(Gradients gradients) {
    updater.update(gradients, updates + 1);
    updates++;
  }

  void resumeAt(long made) {
    updates = made;
  }
}
