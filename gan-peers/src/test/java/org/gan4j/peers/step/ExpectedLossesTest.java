package org.gan4j.peers.step;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.speed.workload.StepSize;
import org.junit.jupiter.api.Test;

class ExpectedLossesTest {
  private static final ExpectedLosses TOY = ExpectedLosses.of(StepInputs.of(StepSize.TOY));

  @Test
  void acceptsTheRoundingOfFloats() {
    assertThatCode(() -> TOY.requireEqual(StepLibrary.DJL, changed(1 + 0.9e-4, 1 - 0.9e-4)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheLibraryAndTheLossThatDiffers() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TOY.requireEqual(StepLibrary.DJL, changed(1 + 1.1e-4, 1)))
        .withMessageStartingWith("DJL: expected the loss of D in step 3 to be ");
    assertThatIllegalStateException()
        .isThrownBy(() -> TOY.requireEqual(StepLibrary.ND4J, changed(1, Double.NaN)))
        .withMessageStartingWith("ND4J: expected the loss of G in step 3 to be ")
        .withMessageEndingWith(", got NaN");
  }

  private static List<StepLosses> changed(double discriminator, double generator) {
    List<StepLosses> losses = new ArrayList<>(TOY.losses());
    StepLosses last = losses.get(2);
    losses.set(
        2, new StepLosses(last.discriminator() * discriminator, last.generator() * generator));
    return losses;
  }

  @Test
  void refusesNetworksThatAreNotDense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepInputs.of(StepSize.DCGAN28_32))
        .withMessageStartingWith(
            "peer step: expected a network of dense layers, as of TOY, SMALL, MEDIUM and LARGE,"
                + " got ");
  }
}
