package org.gan4j.peers.step;

/** The libraries whose GAN steps are compared. */
public enum StepLibrary {
  /** The step of our trainer on the {@code cpu} backend: draws, checks and report included. */
  GAN4J,
  /** ND4J, with gradients by hand and a new result for each operation. */
  ND4J,
  /** ND4J, with gradients by hand into arrays that are allocated once. */
  ND4J_REUSED,
  /** DL4J: one {@code MultiLayerNetwork} for each player, trained by external errors. */
  DL4J,
  /** DJL with PyTorch: its gradient collector and its Adam. */
  DJL;

  /** Prepares the training of the networks; it is closed after use. */
  PeerStep open(StepInputs inputs, int threads) {
    return switch (this) {
      case GAN4J -> new Gan4jStep(inputs, threads);
      case ND4J -> new Nd4jStep(inputs, threads);
      case ND4J_REUSED -> new Nd4jReusedStep(inputs, threads);
      case DL4J -> new Dl4jStep(inputs, threads);
      case DJL -> new DjlStep(inputs, threads);
    };
  }
}
