package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Hinge;
import org.gan4j.losses.LabelSmoothing;
import org.gan4j.losses.LeastSquares;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.RelativisticAverage;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.Wasserstein;
import org.gan4j.losses.fgan.FGanHellinger;
import org.gan4j.losses.fgan.FGanJeffrey;
import org.gan4j.losses.fgan.FGanJensenShannon;
import org.gan4j.losses.fgan.FGanKl;
import org.gan4j.losses.fgan.FGanPearson;
import org.gan4j.losses.fgan.FGanReverseKl;
import org.gan4j.testkit.Implementations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every loss keeps the contract; one that is not here fails the first test. */
class LossesTest {
  @Test
  void everyLossIsHere() throws IOException, URISyntaxException {
    Set<String> here =
        Arrays.stream(LossesTest.class.getDeclaredClasses())
            .map(Class::getSimpleName)
            .filter(name -> name.endsWith("IsALoss"))
            .map(name -> name.replace("IsALoss", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(here).hasSizeGreaterThanOrEqualTo(14).isEqualTo(Implementations.of(GanLoss.class));
  }

  @Nested
  class OriginalMinimaxIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new OriginalMinimax();
    }
  }

  @Nested
  class NonSaturatingIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new NonSaturating();
    }
  }

  @Nested
  class LeastSquaresIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new LeastSquares();
    }
  }

  @Nested
  class HingeIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new Hinge();
    }
  }

  @Nested
  class WassersteinIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new Wasserstein();
    }
  }

  @Nested
  class RelativisticPairedIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new RelativisticPaired();
    }

    @Override
    protected boolean pairs() {
      return true;
    }
  }

  @Nested
  class RelativisticAverageIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new RelativisticAverage();
    }
  }

  @Nested
  class LabelSmoothingIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new LabelSmoothing();
    }
  }

  @Nested
  class FGanKlIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new FGanKl();
    }

    @Override
    protected double largestLogit() {
      return 88;
    }
  }

  @Nested
  class FGanReverseKlIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new FGanReverseKl();
    }

    @Override
    protected double largestLogit() {
      return 88;
    }
  }

  @Nested
  class FGanPearsonIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new FGanPearson();
    }

    @Override
    protected double largestLogit() {
      return 44;
    }
  }

  @Nested
  class FGanHellingerIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new FGanHellinger();
    }

    @Override
    protected double largestLogit() {
      return 177;
    }
  }

  @Nested
  class FGanJensenShannonIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new FGanJensenShannon();
    }
  }

  @Nested
  class FGanJeffreyIsALoss extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new FGanJeffrey();
    }

    @Override
    protected double largestLogit() {
      return 88;
    }
  }

  @Nested
  class LeastSquaresByItsPaper extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new LeastSquares(-1, 1, 0);
    }
  }

  @Nested
  class SmoothingOfBothSides extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new LabelSmoothing(new OriginalMinimax(), 0.9, 0.2);
    }
  }

  @Nested
  class SmoothedLeastSquares extends GanLossContract {
    @Override
    protected GanLoss loss() {
      return new LabelSmoothing(new LeastSquares(), 0.8, 0.1);
    }
  }
}
