package org.gan4j.data.spec;

import java.io.IOException;
import java.util.Optional;
import org.gan4j.core.random.RngStream;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;
import org.gan4j.data.BatchSource;
import org.gan4j.data.ImageGeometry;

/** A recipe for the data of a run: an immutable record that is part of the config. */
@RecipeKind("data set")
public interface DataSpec extends Recipe {
  /**
   * Opens the data.
   *
   * @param order the source of the samples' order, or of the samples
   * @return the batches
   * @throws IOException if files are missing, unreadable or damaged
   */
  BatchSource open(RngStream order) throws IOException;

  /** {@return how a sample is laid out as a picture; empty if samples are not pictures} */
  default Optional<ImageGeometry> image() {
    return Optional.empty();
  }
}
