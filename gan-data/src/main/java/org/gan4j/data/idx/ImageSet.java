package org.gan4j.data.idx;

import java.util.Arrays;
import org.gan4j.core.Expect;

/** The image data sets that {@link DataSets} knows: 28×28 grey pictures in 10 classes. */
public enum ImageSet {
  /** Handwritten digits, LeCun, Cortes and Burges; 60 000 + 10 000. */
  MNIST("mnist"),
  /** Pictures of clothes, Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747; 60 000 + 10 000. */
  FASHION_MNIST("fashion-mnist");

  static final int CLASSES = 10;

  private final String id;

  ImageSet(String id) {
    this.id = id;
  }

  /** {@return its name in configs, in the cache folder and for {@code scripts/fetch-data}} */
  public String id() {
    return id;
  }

  /**
   * Returns the data set of this name.
   *
   * @param id for example {@code fashion-mnist}
   * @return the data set
   * @throws IllegalArgumentException if there is none of this name
   */
  public static ImageSet ofId(String id) {
    return Arrays.stream(values())
        .filter(set -> set.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Expect.unknown("ImageSet", Arrays.stream(values()).map(ImageSet::id).toList(), id));
  }
}
