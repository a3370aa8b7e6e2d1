package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.losses.divergence.OptimalDiscriminator;
import org.junit.jupiter.api.Test;

class TrainedDiscriminatorTest {
  /** The whole row, which costs two trainings. */
  @Test
  void aTrainedNetworkReachesTheOptimum() throws Exception {
    assertThat(Failures.of(new TrainedDiscriminator())).isEmpty();
  }

  @Test
  void aTrainerThatDoesNothingFails() throws Exception {
    CriticRecipe idle = new CriticRecipe(CriticRecipe.network(8), new Idle(), 10);
    List<String> failures =
        Failures.of(new TrainedDiscriminator(idle, Probability.Optimum.PROPOSITION_1, 10));
    assertThat(failures)
        .anyMatch(name -> name.startsWith("sup |D − D*|"))
        .anyMatch(name -> name.startsWith("∫ m|D − D*|"))
        .anyMatch(name -> name.startsWith("V(D*) − V(D)"));
  }

  @Test
  void swappedDensitiesInTheOptimumFail() throws Exception {
    List<String> failures =
        Failures.of(
            new TrainedDiscriminator(
                CriticRecipe.tanh(8, 300),
                (p, q) -> OptimalDiscriminator.of(q, p)::probability,
                10));
    assertThat(failures)
        .anyMatch(name -> name.startsWith("sup |D − D*|"))
        .anyMatch(name -> name.startsWith("∫ m|D − D*|"));
  }
}
