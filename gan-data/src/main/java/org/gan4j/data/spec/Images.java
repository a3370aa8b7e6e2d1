package org.gan4j.data.spec;

import java.io.IOException;
import java.util.Optional;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.idx.DataSets;
import org.gan4j.data.idx.ImageSet;
import org.gan4j.data.idx.Split;

/**
 * The training images of a published set, in epochs, as flat vectors in [−1, 1].
 *
 * @param set which set
 */
public record Images(ImageSet set) implements DataSpec {
  private static final ImageGeometry GREY_28 = new ImageGeometry(1, 28, 28);

  @Override
  public BatchSource open(RngStream order) throws IOException {
    return new Batches(DataSets.ofEnvironment().load(set, Split.TRAIN), order);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(GREY_28);
  }
}
