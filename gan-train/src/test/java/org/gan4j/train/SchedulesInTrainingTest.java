package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A share of a run is so many of a player's updates, bit for bit, whatever the run's length. */
class SchedulesInTrainingTest {
  private static Optimizer adam(Span over) {
    return new Adam(1e-2, 0.5, 0.99, 1e-8, new Cosine(over, 0));
  }

  /** The parameters after a run with these optimizers. */
  private static List<float[]> trained(
      UpdateOrder order, long steps, Optimizer generator, Optimizer discriminator)
      throws IOException {
    GanConfig ring = Runs.ring(order, 1, new NonSaturating(), generator);
    Player d = new Player(ring.game().discriminator().network(), discriminator);
    GanConfig config =
        ring.withGame(ring.game().withPlayers(ring.game().generator(), d))
            .withBatch(16)
            .withSteps(steps);
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.train(List.of());
      return Runs.parameters(trainer);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.0, 12, 12", "1.0, 20, 20", "0.5, 12, 6", "0.5, 20, 10"})
  void aShareFollowsTheNumberOfSteps(double share, long steps, long updates) throws IOException {
    Optimizer relative = adam(Span.share(share));
    Optimizer absolute = adam(Span.updates(updates));
    UpdateOrder order = new Alternating();
    assertThat(trained(order, steps, relative, relative))
        .usingRecursiveComparison()
        .isEqualTo(trained(order, steps, absolute, absolute));
  }

  @Test
  void theDiscriminatorsRunHasAllItsUpdates() throws IOException {
    Optimizer relative = adam(Span.wholeRun());
    List<float[]> trained = trained(new Alternating(3), 10, relative, relative);
    assertThat(trained)
        .usingRecursiveComparison()
        .isEqualTo(trained(new Alternating(3), 10, adam(Span.updates(10)), adam(Span.updates(30))));
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 15})
  void aLookAheadTakesTwoStepsOfTheSchedule(long steps) throws IOException {
    UnaryOperator<Optimizer> ahead = ExtraGradient::new;
    Optimizer relative = ahead.apply(adam(Span.wholeRun()));
    Optimizer absolute = ahead.apply(adam(Span.updates(2 * steps)));
    assertThat(trained(new Simultaneous(), steps, relative, relative))
        .usingRecursiveComparison()
        .isEqualTo(trained(new Simultaneous(), steps, absolute, absolute));
  }

  @Test
  void theLongestRunHasALengthToo() throws IOException {
    assertThat(new Training(new Alternating(3), 1, Long.MAX_VALUE).discriminatorUpdates())
        .isEqualTo(Long.MAX_VALUE);
    Optimizer relative = new ExtraGradient(adam(Span.wholeRun()));
    GanConfig config =
        Runs.ring(new Simultaneous(), 1, new NonSaturating(), relative).withSteps(Long.MAX_VALUE);
    try (Backend backend = Runs.backend(config)) {
      assertThat(GanTrainer.open(config, backend).step().step()).isEqualTo(1);
    }
  }

  /** Updates the discriminator twice, but does not declare it. */
  private record Undeclared() implements UpdateOrder {
    @Override
    public void step(Players players) {
      new Alternating(2).step(players);
    }
  }

  @Test
  void anOrderDeclaresItsUpdatesOfTheDiscriminator() throws IOException {
    GanConfig config = Runs.ring(new Alternating(), 1).withUpdates(new Undeclared());
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      assertThatThrownBy(trainer::step)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith(
              ": expected 1 updates of the discriminator in a step, as discriminatorUpdates()"
                  + " declares, got 2");
    }
  }
}
