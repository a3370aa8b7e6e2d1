package org.gan4j.data.spec;

import java.io.IOException;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.PooledImages;
import org.gan4j.data.StackedSamples;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;

/**
 * Three training images of a published set in each sample, drawn independently, as the red, green
 * and blue channel of one picture in [−1, 1]: 1 000 classes of ten digits.
 *
 * @param set which set
 * @param reduction the side of the squares of pixels that are averaged into one; divides 28
 * @paper Metz et al. 2017, "Unrolled Generative Adversarial Networks", arXiv:1611.02163
 */
public record StackedImages(ImageSet set, int reduction) implements DataSpec {
  private static final ImageGeometry COLOUR_28 = new ImageGeometry(StackedSamples.HEIGHT, 28, 28);

  /**
   * Checks the reduction.
   *
   * @param set which set
   * @param reduction the side of the squares of pixels that are averaged into one; divides 28
   */
  public StackedImages {
    Expect.nonNull("stacked-images", "a set", set);
    Expect.that(
        set.geometry().channels() == 1, "stacked-images", "a set of grey pictures", set.id());
    COLOUR_28.reduced(reduction);
  }

  @Override
  public BatchSource open(RngStream draws) throws IOException {
    return new StackedSamples(parts(Split.TRAIN), draws);
  }

  /**
   * Returns the single images that are stacked.
   *
   * @param split which part of the set
   * @return the images, pooled, with their classes
   * @throws IOException if files are missing, unreadable or damaged
   */
  public LabelledDataset parts(Split split) throws IOException {
    return PooledImages.of(DataSets.ofEnvironment().load(set, split), reduction);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(COLOUR_28.reduced(reduction));
  }
}
