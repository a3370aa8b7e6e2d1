package org.gan4j.data.spec;

import java.io.IOException;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;

/**
 * The training images of a published set, in epochs, as flat vectors in [−1, 1].
 *
 * @param set which set
 */
public record Images(ImageSet set) implements DataSpec {
  /**
   * Checks that a set is named.
   *
   * @param set which set
   */
  public Images {
    Expect.nonNull("images", "a set", set);
  }

  @Override
  public BatchSource open(RngStream order) throws IOException {
    return new Batches(DataSets.ofEnvironment().load(set, Split.TRAIN), order);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(set.geometry());
  }
}
