package org.gan4j.data.spec;

import java.io.IOException;
import java.util.Optional;
import org.gan4j.core.random.RngStream;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;
import org.gan4j.data.BatchSource;
import org.gan4j.data.ImageGeometry;

/** A recipe for the data of a run: an immutable record that stands in the config. */
@RecipeKind("data set")
public interface DataSpec extends Recipe {
  /**
   * Opens the data.
   *
   * @param order decides in which order samples come, or draws them
   * @return the batches
   * @throws IOException if files are missing, unreadable or unsound
   */
  BatchSource open(RngStream order) throws IOException;

  /** {@return how to show a sample as an image, if it is one} */
  default Optional<ImageGeometry> image() {
    return Optional.empty();
  }
}
