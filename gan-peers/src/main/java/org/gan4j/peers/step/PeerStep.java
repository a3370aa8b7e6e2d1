package org.gan4j.peers.step;

/** A GAN in training by some library. */
interface PeerStep extends AutoCloseable {
  /** Trains for one step, and returns when its losses are known. */
  StepLosses step();

  @Override
  void close();
}
