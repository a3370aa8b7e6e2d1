package org.gan4j.train;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.losses.Scores;

/** The numbers of one update, on the device. */
final class UpdateNumbers {
  private final Backend backend;
  private final PlayerState player;
  private final State loss;

  /** The sums of squares of each gradient, then of each parameter after the update. */
  private final State squares;

  /** Σσ(logit) over the real and the fake logits; zero for a generator. */
  private final State real;

  private final State fake;
  private int reals = 1;
  private int fakes = 1;

  UpdateNumbers(Backend backend, PlayerState player, Var loss) {
    this.backend = backend;
    this.player = player;
    this.loss = backend.state(loss.shape(), loss.dtype(), 0);
    Shape sums = Shape.of(2 * player.parameters().size());
    squares = backend.state(sums, DType.FLOAT64, new double[(int) sums.size()]);
    real = backend.state(Shape.scalar(), loss.dtype(), 0);
    fake = backend.state(Shape.scalar(), loss.dtype(), 0);
  }

  PlayerState player() {
    return player;
  }

  void keep(LossGradients update) {
    backend.assign(loss, update.loss().value());
    List<Tensor> tensors = new ArrayList<>();
    for (Parameter parameter : player.parameters()) {
      tensors.add(update.gradients().of(parameter));
    }
    player.parameters().forEach(parameter -> tensors.add(parameter.value()));
    backend.assign(squares, backend.sumsOfSquares(tensors));
  }

  void keep(Scores scores) {
    reals = sumOfProbabilities(scores.real(), real);
    fakes = sumOfProbabilities(scores.fake(), fake);
  }

  private int sumOfProbabilities(Var logits, State sum) {
    Tensor probabilities = backend.activation(Activation.SIGMOID, logits.value());
    backend.assign(sum, backend.sum(probabilities));
    return (int) logits.shape().size();
  }

  /** The tensors whose values {@link #read} takes, in this order. */
  List<Tensor> tensors() {
    return List.of(loss.read(), squares.read(), real.read(), fake.read());
  }

  /**
   * Takes the values of {@link #tensors} on the host.
   *
   * @throws DivergedException if a number is not finite
   */
  Host read(List<double[]> values, long step) {
    double onHost = values.get(0)[0];
    requireFinite(onHost, step, player.name() + " loss");
    double norm = norm(values.get(1), step);
    return new Host(onHost, values.get(2)[0] / reals, values.get(3)[0] / fakes, norm);
  }

  private double norm(double[] sums, long step) {
    List<Parameter> parameters = player.parameters();
    int n = parameters.size();
    double total = 0;
    for (int i = 0; i < n; i++) {
      requireFinite(sums[i], step, "gradient of " + parameters.get(i).name());
      total += sums[i];
    }
    for (int i = 0; i < n; i++) {
      requireFinite(sums[n + i], step, "parameter " + parameters.get(i).name());
    }
    return Math.sqrt(total);
  }

  private static void requireFinite(double number, long step, String what) {
    if (!Double.isFinite(number)) {
      throw new DivergedException(step, what);
    }
  }

  /** The numbers on the host. */
  record Host(double loss, double meanReal, double meanFake, double gradientNorm) {}
}
