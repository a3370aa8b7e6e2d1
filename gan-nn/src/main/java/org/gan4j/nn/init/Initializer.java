package org.gan4j.nn.init;

import java.util.random.RandomGenerator;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** Draws the initial weights and biases of a layer. */
@RecipeKind("initializer")
public interface Initializer extends Recipe {
  /**
   * Draws a weight matrix.
   *
   * @shape [rows, columns], row-major
   * @param fans its extents, and how many numbers meet in a unit
   * @param draws the source of randomness
   * @return rows · columns values
   */
  double[] draw(Fans fans, RandomGenerator draws);

  /**
   * Draws the biases; zeros unless the recipe says otherwise.
   *
   * @shape [count]
   * @param count how many
   * @param fans those of the weights
   * @param draws the source of randomness
   * @return the biases
   */
  default double[] bias(int count, Fans fans, RandomGenerator draws) {
    return new double[count];
  }

  /**
   * Returns the usual choice for an activation.
   *
   * @param activation the layer's activation
   * @return He for ReLU and leaky ReLU, Xavier with PyTorch's gain for the others
   */
  static Initializer suited(Activation activation) {
    return switch (activation.kind()) {
      case RELU, LEAKY_RELU -> new HeNormal(activation.slope());
      case TANH -> new XavierUniform(5.0 / 3);
      case IDENTITY, SIGMOID, SOFTPLUS -> new XavierUniform(1);
    };
  }
}
