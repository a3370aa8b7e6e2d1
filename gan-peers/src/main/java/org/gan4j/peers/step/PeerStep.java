package org.gan4j.peers.step;

/** A GAN in training by some library. */
interface PeerStep extends AutoCloseable {
  /** Sets the process's numbers of threads to what the library needs, before it takes steps. */
  default void prepare() {}

  /** Trains for one step, and returns when its losses are known. */
  StepLosses step();

  @Override
  void close();
}
