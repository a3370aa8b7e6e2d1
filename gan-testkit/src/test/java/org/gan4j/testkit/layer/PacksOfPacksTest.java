package org.gan4j.testkit.layer;

import org.gan4j.core.backend.Activation;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.SpectralNorm;

/** Layers around packs satisfy the contract too, with batch statistics over packs. */
class PacksOfPacksTest extends LayerContract {
  @Override
  protected LayerSpec spec() {
    return Sequential.of(
        new Pack(2, new BatchNorm()), new SpectralNorm(new Pack(2, new Dense(3, Activation.TANH))));
  }
}
