package org.gan4j.nn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.LayerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes and numbers of parameters, counted by hand. */
class NamedNetworksTest {
  private static final Shape LATENT = Shape.of(64);

  static List<Arguments> networks() {
    long dcgan28 = 64L * 6272 + 6272 + 2 * 128 + 16L * 128 * 64 + 64 + 2 * 64 + 16 * 64 + 1;
    long dcgan32 =
        64L * 4096
            + 4096
            + 512
            + 16L * 256 * 128
            + 128
            + 256
            + 16L * 128 * 64
            + 64
            + 128
            + 16L * 64 * 3
            + 3;
    long critic28 = 16L * 64 + 64 + 16L * 64 * 128 + 128 + 6272 + 1;
    long block = 2 * (2 * 8) + 2 * (9L * 8 * 8 + 8) + 8 * 8 + 8;
    long resnet = 64L * 128 + 128 + 3 * block + 16 + 9L * 8 * 3 + 3;
    long first = 9L * 3 * 8 + 8 + 9L * 8 * 8 + 8 + 3 * 8 + 8;
    long halving = 2 * (9L * 8 * 8 + 8) + 8 * 8 + 8;
    long residualCritic = first + halving + 4 * (9L * 8 * 8 + 8) + 8 + 1;
    return List.of(
        Arguments.of(new DcganGenerator(28, 1, 64, 0), LATENT, Shape.of(784), dcgan28),
        Arguments.of(
            new DcganGenerator(28, 1, 64, 10), LATENT, Shape.of(784), dcgan28 + 9 * 2 * 192),
        Arguments.of(new DcganGenerator(32, 3, 64, 0), LATENT, Shape.of(3072), dcgan32),
        Arguments.of(new DcganDiscriminator(28, 1, 64, true), Shape.of(784), Shape.of(1), critic28),
        Arguments.of(
            new DcganFeatures(28, 1, 64, false), Shape.of(784), Shape.of(6272), critic28 - 6273),
        Arguments.of(new ResnetGenerator(32, 3, 8), LATENT, Shape.of(3072), resnet),
        Arguments.of(
            new ResnetDiscriminator(32, 3, 8, true), Shape.of(3072), Shape.of(1), residualCritic));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void shapesAndParameters(LayerSpec network, Shape input, Shape output, long parameters) {
    assertThat(network.outputShape(input)).isEqualTo(output);
    assertThat(network.parameterCount(input)).isEqualTo(parameters);
    try (Backend backend = Backends.open("cpu", new BackendOptions(1, DType.FLOAT32))) {
      long built =
          network.build(input, Rng.ofSeed(1).child("net"), backend).parameters().stream()
              .mapToLong(p -> p.shape().size())
              .sum();
      assertThat(built).isEqualTo(parameters);
    }
  }

  @Test
  void sizesThatDoNotHalveAreRefused() {
    assertThatThrownBy(() -> new DcganGenerator(27, 1, 8, 0))
        .hasMessage(
            "dcgan generator: expected a side that halves to 8 or less, such as 28, 32 or 64, got"
                + " 27");
    assertThatThrownBy(() -> new DcganFeatures(36, 1, 8, false)).hasMessageContaining("got 36");
    assertThatThrownBy(() -> new ResnetDiscriminator(30, 1, 8, false))
        .hasMessage("resnet discriminator: expected a side that 4 divides, got 30");
  }
}
