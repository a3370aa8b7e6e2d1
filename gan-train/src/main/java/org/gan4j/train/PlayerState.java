package org.gan4j.train;

import java.util.List;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.nn.Layer;
import org.gan4j.nn.optim.Updater;

/** One of the two networks in training, with its optimizer and the count of its updates. */
final class PlayerState {
  private final String name;
  private final Layer network;
  private final Updater updater;
  private long updates;

  /**
   * Starts with no update.
   *
   * @param name the first part of the network's parameter names
   * @param network the network
   * @param updater changes the network's parameters
   */
  PlayerState(String name, Layer network, Updater updater) {
    this.name = name;
    this.network = network;
    this.updater = updater;
  }

  String name() {
    return name;
  }

  Layer network() {
    return network;
  }

  List<Parameter> parameters() {
    return network.parameters();
  }

  Updater updater() {
    return updater;
  }

  long updates() {
    return updates;
  }

  void resumeAt(long count) {
    updates = count;
  }

  void update(Gradients gradients) {
    updates++;
    updater.update(gradients, updates);
  }

  void lookAhead(Gradients gradients) {
    updater.extrapolate(gradients, updates + 1);
  }
}
