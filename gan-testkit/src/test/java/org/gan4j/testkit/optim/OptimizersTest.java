package org.gan4j.testkit.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.ClipNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.Linear;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.testkit.Implementations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every shipped optimizer satisfies the contract. */
class OptimizersTest {
  @Test
  void everyOptimizerIsHere() throws IOException, URISyntaxException {
    Set<String> here =
        Arrays.stream(OptimizersTest.class.getDeclaredClasses())
            .map(Class::getSimpleName)
            .map(name -> name.replace("IsAnOptimizer", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(here).hasSizeGreaterThanOrEqualTo(8).isEqualTo(Implementations.of(Optimizer.class));
  }

  @Nested
  class SgdIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new Sgd(0.05, 0.9, new Linear(0.5));
    }
  }

  @Nested
  class AdamIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new Adam(0.05, 0.5, 0.99);
    }
  }

  @Nested
  class AdamWIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new AdamW(0.05, 0.5, 0.99, 0.1);
    }

    @Override
    protected double decay() {
      return 0.05 * 0.1;
    }
  }

  @Nested
  class RmsPropIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new RmsProp(0.02);
    }
  }

  @Nested
  class OptimisticAdamIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new OptimisticAdam(0.02, 0.5, 0.99);
    }
  }

  @Nested
  class ClipNormIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new ClipNorm(0.5, new Adam(0.05, 0.5, 0.99));
    }
  }

  @Nested
  class ClipWeightsIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new ClipWeights(5, new Sgd(0.05));
    }
  }

  @Nested
  class ExtraGradientIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new ExtraGradient(new Adam(0.05, 0.5, 0.99));
    }
  }

  @Nested
  class EmaIsAnOptimizer extends OptimizerContract {
    @Override
    protected Optimizer optimizer() {
      return new Ema(0.9, new ExtraGradient(new Sgd(0.1)));
    }
  }
}
