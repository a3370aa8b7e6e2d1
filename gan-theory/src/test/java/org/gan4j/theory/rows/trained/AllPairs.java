package org.gan4j.theory.rows.trained;

import java.util.Arrays;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.losses.WeightedScores;

/**
 * A loss over every pair of a real and a generated sample, weighted with the product of their
 * weights: the expectation of a loss on pairs of independent draws.
 *
 * @param loss a loss that compares the i-th real with the i-th generated sample
 */
record AllPairs(GanLoss loss) implements GanLoss {
  @Override
  public Var discriminator(Scores scores) {
    return loss.discriminator(paired((WeightedScores) scores));
  }

  @Override
  public Var generator(Scores scores) {
    return loss.generator(paired((WeightedScores) scores));
  }

  private static WeightedScores paired(WeightedScores scores) {
    Tape tape = scores.real().tape();
    Var reals = ones(tape, scores.real().shape().rows());
    Var fakes = ones(tape, scores.fake().shape().rows());
    Var real = column(scores.real().matmul(false, fakes, true));
    Var fake = column(reals.matmul(false, scores.fake(), true));
    Var weights = column(scores.realWeights().matmul(false, scores.fakeWeights(), true));
    return new WeightedScores(real, fake, real, fake, weights, weights);
  }

  private static Var ones(Tape tape, int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return Columns.on(tape, ones);
  }

  private static Var column(Var square) {
    return square.reshape(Shape.of(Math.toIntExact(square.shape().size()), 1));
  }
}
