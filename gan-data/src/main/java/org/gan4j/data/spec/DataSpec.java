package org.gan4j.data.spec;

import java.io.IOException;
import java.util.Optional;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.ImageGeometry;

/** A recipe for the data of a run: an immutable record that stands in the config. */
public interface DataSpec {
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
