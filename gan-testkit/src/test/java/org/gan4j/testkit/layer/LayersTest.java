package org.gan4j.testkit.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.nn.Activate;
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.AveragePool;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.ConditionalBatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Conv2dAveragePool;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Elu;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.GlobalSumPool;
import org.gan4j.nn.GroupNorm;
import org.gan4j.nn.JoinLabel;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Projection;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.Upsample;
import org.gan4j.nn.UpsampleConv2d;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.network.NamedNetwork;
import org.gan4j.testkit.Implementations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every shipped layer satisfies the contract. */
class LayersTest {
  @Test
  void everyLayerIsHere() throws IOException, URISyntaxException {
    Set<String> here =
        Arrays.stream(LayersTest.class.getDeclaredClasses())
            .map(Class::getSimpleName)
            .map(name -> name.replace("IsALayer", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> layers = Implementations.of(LayerSpec.class);
    layers.removeAll(Implementations.of(NamedNetwork.class)); // they are made of these
    assertThat(here).hasSizeGreaterThanOrEqualTo(10).isEqualTo(layers);
  }

  @Nested
  class DenseIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Dense(4, Activation.TANH);
    }
  }

  @Nested
  class SequentialIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return Sequential.of(new Dense(2, Activation.SIGMOID), new Elu(0.5), new Dropout(0.4));
    }

    @Override
    protected boolean draws() {
      return true;
    }
  }

  @Nested
  class ActivateIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Activate(Activation.SOFTPLUS);
    }

    @Override
    protected Optional<Shape> refused() {
      return Optional.empty();
    }
  }

  @Nested
  class SiluIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Silu();
    }

    @Override
    protected Optional<Shape> refused() {
      return Optional.empty();
    }
  }

  @Nested
  class EluIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Elu();
    }

    @Override
    protected Optional<Shape> refused() {
      return Optional.empty();
    }
  }

  @Nested
  class DropoutIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Dropout(0.3);
    }

    @Override
    protected Optional<Shape> refused() {
      return Optional.empty();
    }

    @Override
    protected boolean draws() {
      return true;
    }
  }

  @Nested
  class DiffAugmentIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new DiffAugment();
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 5, 2);
    }

    @Override
    protected boolean draws() {
      return true;
    }
  }

  @Nested
  class LayerNormIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new LayerNorm();
    }
  }

  @Nested
  class BatchNormIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new BatchNorm();
    }
  }

  @Nested
  class MaxoutIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Maxout(2, 3);
    }
  }

  @Nested
  class SpectralNormIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new SpectralNorm(new Dense(4, Activation.TANH));
    }
  }

  @Nested
  class PackIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Pack(
          3,
          Sequential.of(
              new Dense(4, Activation.TANH), new Dropout(0.4), new Dense(2, Activation.SOFTPLUS)));
    }

    @Override
    protected boolean draws() {
      return true;
    }
  }

  @Nested
  class MinibatchStdDevIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new MinibatchStdDev(2);
    }
  }

  @Nested
  class Conv2dIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Conv2d(3, 3, 2, 1, Activation.TANH);
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 5, 2);
    }
  }

  @Nested
  class ConvTranspose2dIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new ConvTranspose2d(3, 4, 2, 1, Activation.TANH);
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 5, 2);
    }
  }

  @Nested
  class UpsampleConv2dIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new UpsampleConv2d(3, 3, 1, Activation.TANH);
    }

    @Override
    protected Shape input() {
      return Shape.of(3, 2, 2);
    }
  }

  @Nested
  class Conv2dAveragePoolIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Conv2dAveragePool(3, 3, 1, Activation.TANH);
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 6, 2);
    }
  }

  @Nested
  class UpsampleIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Upsample(2);
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 5, 2);
    }
  }

  @Nested
  class AveragePoolIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new AveragePool(2);
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 6, 2);
    }
  }

  @Nested
  class GlobalSumPoolIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new GlobalSumPool();
    }

    @Override
    protected Shape input() {
      return Shape.of(4, 5, 2);
    }
  }

  @Nested
  class FlattenIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Flatten();
    }

    @Override
    protected Shape input() {
      return Shape.of(2, 3, 2);
    }

    @Override
    protected Optional<Shape> refused() {
      return Optional.empty();
    }
  }

  @Nested
  class ReshapeIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Reshape(2, 3, 2);
    }

    @Override
    protected Shape input() {
      return Shape.of(12);
    }
  }

  @Nested
  class GroupNormIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new GroupNorm(2);
    }

    @Override
    protected Shape input() {
      return Shape.of(3, 2, 4);
    }

    @Override
    protected Optional<Shape> refused() {
      return Optional.of(Shape.of(3, 2, 3));
    }
  }

  @Nested
  class ResidualIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new Residual(
          Sequential.of(new Conv2d(3, 3, 1, 1, Activation.TANH), new BatchNorm(), new Silu()),
          new Conv2d(3, 1, 1, 0, Activation.IDENTITY));
    }

    @Override
    protected Shape input() {
      return Shape.of(3, 2, 2);
    }
  }

  @Nested
  class ConditionalBatchNormIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new ConditionalBatchNorm(3);
    }

    @Override
    protected Shape input() {
      return Shape.of(2, 2, 3);
    }
  }

  @Nested
  class JoinLabelIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new JoinLabel(3, 2, new Normal(1));
    }

    @Override
    protected Shape input() {
      return Shape.of(2, 2, 3);
    }
  }

  @Nested
  class ProjectionIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new SpectralNorm(new Projection(3, new Normal(1)));
    }
  }

  @Nested
  class AuxiliaryHeadIsALayer extends LayerContract {
    @Override
    protected LayerSpec spec() {
      return new AuxiliaryHead(3, 1, false, new Normal(1));
    }
  }
}
