package org.gan4j.losses;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;

/**
 * Slopes of a critic in its input, one row a logit, to be differentiated again.
 *
 * <p>The sum of the logits is differentiated, which gives every sample's own gradient where no
 * layer couples samples. Where one does, as batch norm, the gradients mix: a batch norm followed by
 * linear layers makes the sum a constant and every slope 0. Penalties want layers that treat each
 * sample by itself.
 *
 * <p>A critic that packs m consecutive samples has n/m logits, and is a critic of packs: its slope
 * is that by all numbers of a pack, one row of m·features components.
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
    Var slopes = logits.tape().gradient(logits.sum(), List.of(input)).of(input);
    return rows(slopes, logits.shape().rows());
  }

  /**
   * Returns the critic's gradient at any point.
   *
   * @shape points [n, …]; result [n/m, m·features], with m = 1 unless the critic packs
   * @param critic the discriminator
   * @param points where; taken as given numbers, so that nothing flows into what they came from
   * @return the gradients, recorded
   */
  public static Var at(Critic critic, Var points) {
    Var watched = points.tape().watch(points.value());
    return of(critic.score(watched), watched);
  }

  /**
   * Lays each sample out as one row.
   *
   * @shape [n, …] to [n, features]
   * @param samples any batch
   * @return the same numbers
   */
  public static Var rows(Var samples) {
    return rows(samples, samples.shape().rows());
  }

  /**
   * Lays out as one row what makes one logit: a sample, or a pack of consecutive samples.
   *
   * @shape [n, …] to [rows, n·features/rows]
   * @param samples any batch
   * @param rows how many logits there are; divides n
   * @return the same numbers
   * @throws IllegalArgumentException if the samples are not so many equal packs
   */
  public static Var rows(Var samples, int rows) {
    Shape shape = samples.shape();
    if (shape.rank() == 2 && shape.rows() == rows) {
      return samples;
    }
    if (rows == 0 || shape.rows() % rows != 0) {
      throw new IllegalArgumentException(
          "slopes: expected one logit a sample, or a pack of equally many, got "
              + rows
              + " logits of samples "
              + shape);
    }
    return samples.reshape(Shape.of(rows, Math.toIntExact(shape.size() / rows)));
  }

  /**
   * Returns the squared Euclidean norm of each row.
   *
   * @shape [n, c] to [n, 1]
   * @param rows one a sample
   * @return Σ xᵢ²
   */
  public static Var squaredNorms(Var rows) {
    return rows.rowDots(rows);
  }

  /**
   * Returns the Euclidean norm of each row, with derivative 0 at a zero row.
   *
   * <p>The root has no derivative at 0, and its limit there is infinite. Where the square is 0 the
   * root of 1 is taken instead and multiplied by 0, so that value and derivatives are exactly 0,
   * the subgradient that PyTorch takes too; everywhere else nothing is added, as an ε under the
   * root would be.
   *
   * @shape [n, c] to [n, 1]
   * @param rows one a sample
   * @return √Σ xᵢ²
   */
  public static Var norms(Var rows) {
    Var squares = squaredNorms(rows);
    Var positive = squares.sign().detach();
    return squares.add(positive.negate().add(1)).sqrt().multiply(positive);
  }
}
