package org.gan4j.nn.optim;

import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/**
 * A recipe for updates: an immutable record in a run's config. It is either an {@link UpdateRule},
 * which says how a gradient moves the parameters, or a {@link Wrapper}, which adds to another
 * optimizer.
 *
 * <p>An {@link Updater} takes nested wrappers apart and runs every update in the same phases:
 *
 * <ol>
 *   <li>all wrappers transform the gradient, the outermost first;
 *   <li>the update rule moves the parameters;
 *   <li>all wrappers project the parameters, the innermost first;
 *   <li>all wrappers average the parameters, which are final now.
 * </ol>
 *
 * <p>A look-ahead runs the first three. So the order of nesting matters only between two wrappers
 * that act in the same phase: {@code ClipWeights(Ema(Adam))} and {@code Ema(ClipWeights(Adam))}
 * both average the clipped weights, and no nesting averages the points of a look-ahead.
 */
@RecipeKind("optimizer")
public sealed interface Optimizer extends Recipe permits UpdateRule, Wrapper {
  /** {@return whether each update takes its gradient at a point ahead of the parameters} */
  boolean looksAhead();

  /** {@return how the learning rate changes during a run} */
  Schedule schedule();

  /** {@return whether averages of the parameters are kept, to evaluate with} */
  boolean keepsAverages();
}
