package org.gan4j.data.sets;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.cifar.CifarLabels;

/** The published image sets that {@link DataSets} knows. */
public enum ImageSet {
  /** Handwritten digits, LeCun, Cortes and Burges; 60 000 + 10 000. */
  MNIST("mnist", "mnist", 10),
  /** Pictures of clothes, Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747; 60 000 + 10 000. */
  FASHION_MNIST("fashion-mnist", "fashion-mnist", 10),
  /** Cursive Japanese characters, Clanuwat et al. 2018, arXiv:1812.01718; 60 000 + 10 000. */
  KMNIST("kmnist", "kmnist", 10),
  /** Handwritten letters, Cohen et al. 2017, arXiv:1702.05373; class 0 is A. */
  EMNIST_LETTERS("emnist-letters", "emnist", 26),
  /** Handwritten digits and letters, as many of each, Cohen et al. 2017. */
  EMNIST_BALANCED("emnist-balanced", "emnist", 47),
  /** More handwritten digits, Cohen et al. 2017; 240 000 + 40 000. */
  EMNIST_DIGITS("emnist-digits", "emnist", 10),
  /** Handwritten digits, capital and small letters, Cohen et al. 2017. */
  EMNIST_BYCLASS("emnist-byclass", "emnist", 62),
  /** The same where letters that look alike are one class, Cohen et al. 2017. */
  EMNIST_BYMERGE("emnist-bymerge", "emnist", 47),
  /** Colour photographs of 10 kinds of things, Krizhevsky 2009; 50 000 + 10 000. */
  CIFAR_10("cifar-10", "cifar-10", 10),
  /** Colour photographs of 100 kinds of things, Krizhevsky 2009; 50 000 + 10 000. */
  CIFAR_100("cifar-100", "cifar-100", 100),
  /** CIFAR-100 with its 20 superclasses. */
  CIFAR_100_COARSE("cifar-100-coarse", "cifar-100", 20);

  private static final ImageGeometry GREY_28 = new ImageGeometry(1, 28, 28);
  private static final ImageGeometry COLOUR_32 = new ImageGeometry(3, 32, 32);

  private final String id;
  private final String folder;
  private final int classes;

  ImageSet(String id, String folder, int classes) {
    this.id = id;
    this.folder = folder;
    this.classes = classes;
  }

  /** {@return its name in configs and on the command line} */
  public String id() {
    return id;
  }

  /** {@return the name of its folder in the cache folder} */
  public String folder() {
    return folder;
  }

  /** {@return the number of classes} */
  public int classes() {
    return classes;
  }

  /** {@return how its pictures are laid out} */
  public ImageGeometry geometry() {
    return files() instanceof SetFiles.Cifar ? COLOUR_32 : GREY_28;
  }

  /** {@return whether {@code scripts/fetch-data} knows where to find it} */
  public boolean isFetched() {
    return this == MNIST || this == FASHION_MNIST;
  }

  /**
   * Returns the names of a part's files, under which they were published; each may end in {@code
   * .gz}.
   *
   * @param split the part
   * @return the names
   */
  public List<String> fileNames(Split split) {
    return files().names(split);
  }

  SetFiles files() {
    return switch (this) {
      case MNIST, FASHION_MNIST, KMNIST -> new SetFiles.Idx("train", "t10k", 0, false);
      case EMNIST_LETTERS -> SetFiles.Idx.emnist(id, 1);
      case EMNIST_BALANCED, EMNIST_DIGITS, EMNIST_BYCLASS, EMNIST_BYMERGE ->
          SetFiles.Idx.emnist(id, 0);
      case CIFAR_10 -> SetFiles.Cifar.ten();
      case CIFAR_100 -> SetFiles.Cifar.hundred(CifarLabels.FINE);
      case CIFAR_100_COARSE -> SetFiles.Cifar.hundred(CifarLabels.COARSE);
    };
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
