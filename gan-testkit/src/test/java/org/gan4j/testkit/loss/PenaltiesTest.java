package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.OneSidedGp;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.losses.penalty.ZeroCentredGp;
import org.gan4j.testkit.Implementations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every penalty keeps the contract; one that is not here fails the first test. */
class PenaltiesTest {
  @Test
  void everyPenaltyIsHere() throws IOException, URISyntaxException {
    Set<String> here =
        Arrays.stream(PenaltiesTest.class.getDeclaredClasses())
            .map(Class::getSimpleName)
            .map(name -> name.replace("IsAPenalty", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(here)
        .hasSizeGreaterThanOrEqualTo(6)
        .isEqualTo(Implementations.of(CriticPenalty.class));
  }

  @Nested
  class R1IsAPenalty extends CriticPenaltyContract {
    @Override
    protected CriticPenalty penalty() {
      return new R1(10);
    }

    @Override
    protected double atGradientNorm(double norm) {
      return 5 * norm * norm;
    }

    @Override
    protected Place place() {
      return Place.REAL;
    }
  }

  @Nested
  class R2IsAPenalty extends CriticPenaltyContract {
    @Override
    protected CriticPenalty penalty() {
      return new R2(3);
    }

    @Override
    protected double atGradientNorm(double norm) {
      return 1.5 * norm * norm;
    }

    @Override
    protected Place place() {
      return Place.FAKE;
    }
  }

  @Nested
  class WganGpIsAPenalty extends CriticPenaltyContract {
    @Override
    protected CriticPenalty penalty() {
      return new WganGp(10);
    }

    @Override
    protected double atGradientNorm(double norm) {
      return 10 * (norm - 1) * (norm - 1);
    }

    @Override
    protected Place place() {
      return Place.BETWEEN;
    }
  }

  @Nested
  class OneSidedGpIsAPenalty extends CriticPenaltyContract {
    @Override
    protected CriticPenalty penalty() {
      return new OneSidedGp(7);
    }

    @Override
    protected double atGradientNorm(double norm) {
      return norm < 1 ? 0 : 7 * (norm - 1) * (norm - 1);
    }

    @Override
    protected Place place() {
      return Place.BETWEEN;
    }
  }

  @Nested
  class DraganIsAPenalty extends CriticPenaltyContract {
    @Override
    protected CriticPenalty penalty() {
      return new Dragan(7, 0.5);
    }

    @Override
    protected double atGradientNorm(double norm) {
      return 7 * (norm - 1) * (norm - 1);
    }

    @Override
    protected Place place() {
      return Place.REAL;
    }
  }

  @Nested
  class ZeroCentredGpIsAPenalty extends CriticPenaltyContract {
    @Override
    protected CriticPenalty penalty() {
      return new ZeroCentredGp(4);
    }

    @Override
    protected double atGradientNorm(double norm) {
      return 4 * norm * norm;
    }

    @Override
    protected Place place() {
      return Place.BETWEEN;
    }
  }
}
