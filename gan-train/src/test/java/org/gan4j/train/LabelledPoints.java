package org.gan4j.train;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.data.BatchSource;
import org.gan4j.data.spec.DataSpec;

/**
 * Points in the plane whose label says how far to the right they are.
 *
 * @param classes the number of labels
 */
public record LabelledPoints(int classes) implements DataSpec {
  @Override
  public BatchSource open(RngStream order) {
    return new Source(classes, order);
  }

  private record Source(int classes, RngStream order) implements BatchSource {
    @Override
    public Shape sampleShape() {
      return Shape.of(2);
    }

    @Override
    public void batch(long step, float[] destination) {
      RandomGenerator draws = order.at(step);
      for (int i = 0; i < destination.length; i++) {
        int right = i % 2 == 0 ? i / 2 % classes : 0;
        destination[i] = (float) (right + draws.nextGaussian());
      }
    }

    @Override
    public void labels(long step, int[] destination) {
      for (int i = 0; i < destination.length; i++) {
        destination[i] = i % classes;
      }
    }
  }

  /** Lets configs name these data. */
  public static final class Provider implements RecipeProvider {
    /** Called by the ServiceLoader. */
    public Provider() {}

    @Override
    public List<Class<? extends Recipe>> recipes() {
      return List.of(LabelledPoints.class);
    }
  }
}
