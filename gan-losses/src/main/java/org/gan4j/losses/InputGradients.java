package org.gan4j.losses;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;

/**
 * Input gradients of a critic, one row per logit, which can be differentiated again.
 *
 * <p>They are the gradient of the sum of the logits, which equals each sample's own gradient unless
 * a layer couples samples. Layers such as batch norm mix the gradients; with batch norm followed by
 * linear layers, the sum is even constant and every gradient 0. Use penalties with layers that
 * treat each sample separately.
 *
 * <p>A critic that packs m consecutive samples has n/m logits. Its input gradient is taken with
 * respect to a pack, a row of m·features components.
 */
public final class InputGradients {
  private InputGradients() {}

  /**
   * Returns ∇ₓD(x) for each logit, recorded.
   *
   * @shape logits [n/m, 1], input [n, …]; result [n/m, m·features], with m = 1 unless the critic
   *     packs
   * @param logits computed from the input
   * @param input a differentiable variable
   * @return the gradients
   */
  public static Var of(Var logits, Var input) {
    Var gradients = logits.tape().gradient(logits.sum(), List.of(input)).of(input);
    return rows(gradients, logits.shape().rows());
  }

  /**
   * Returns the critic's input gradient at any points.
   *
   * @shape points [n, …]; result [n/m, m·features], with m = 1 unless the critic packs
   * @param critic the discriminator
   * @param points where to differentiate; they are constants, so no gradient flows through them
   * @return the gradients, recorded
   */
  public static Var at(Critic critic, Var points) {
    Var watched = points.tape().watch(points.value());
    return of(critic.score(watched), watched);
  }

  /**
   * Reshapes a batch to one row per sample.
   *
   * @shape [n, …] to [n, features]
   * @param samples any batch
   * @return the same elements
   */
  public static Var rows(Var samples) {
    return rows(samples, samples.shape().rows());
  }

  /**
   * Reshapes a batch to one row per logit: a sample, or a pack of consecutive samples.
   *
   * @shape [n, …] to [rows, n·features/rows]
   * @param samples any batch
   * @param rows the number of logits; divides n
   * @return the same elements
   * @throws IllegalArgumentException if {@code rows} does not divide the number of samples
   */
  public static Var rows(Var samples, int rows) {
    Shape shape = samples.shape();
    if (shape.rank() == 2 && shape.rows() == rows) {
      return samples;
    }
    if (rows == 0 || shape.rows() % rows != 0) {
      throw Expect.failure(
          "input gradients",
          "one logit per sample, or per pack of samples",
          rows + " logits of samples " + shape);
    }
    return samples.reshape(Shape.of(rows, Math.toIntExact(shape.size() / rows)));
  }

  /**
   * Returns the squared Euclidean norm of each row.
   *
   * @shape [n, c] to [n, 1]
   * @param rows one per sample
   * @return Σ xᵢ²
   */
  public static Var squaredNorms(Var rows) {
    return rows.rowDots(rows);
  }

  /**
   * Returns the Euclidean norm of each row, with derivative 0 at a zero row.
   *
   * <p>The derivative of the root is infinite at 0. For a zero row, the root of 1 is computed
   * instead and multiplied by 0, so that the value and its derivatives are exactly 0, the
   * subgradient that PyTorch uses too. Other rows are exact, which an ε under the root would
   * prevent.
   *
   * @shape [n, c] to [n, 1]
   * @param rows one per sample
   * @return √Σ xᵢ²
   */
  public static Var norms(Var rows) {
    Var squares = squaredNorms(rows);
    Var positive = squares.sign().detach();
    return squares.add(positive.negate().add(1)).sqrt().multiply(positive);
  }
}
