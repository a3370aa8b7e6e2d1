package org.gan4j.data.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.TransposedImages;
import org.gan4j.data.cifar.CifarImages;
import org.gan4j.data.cifar.CifarLabels;
import org.gan4j.data.file.ValueRange;
import org.gan4j.data.idx.IdxImages;

/** The files of a published set, under the names that their authors gave them. */
sealed interface SetFiles {
  /** {@return the names of a part's files} */
  List<String> names(Split split);

  /** Reads a part from its files, in the order of the names. */
  LabelledDataset read(List<Path> files, int classes) throws IOException;

  /**
   * Pictures and labels in IDX.
   *
   * @param train the beginning of the training files' names
   * @param test the beginning of the test files' names
   * @param firstLabel the label of class 0
   * @param transposed whether rows and columns are exchanged
   */
  record Idx(String train, String test, int firstLabel, boolean transposed) implements SetFiles {
    static Idx emnist(String name, int firstLabel) {
      return new Idx(name + "-train", name + "-test", firstLabel, true);
    }

    @Override
    public List<String> names(Split split) {
      String start = split == Split.TRAIN ? train : test;
      return List.of(start + "-images-idx3-ubyte", start + "-labels-idx1-ubyte");
    }

    @Override
    public LabelledDataset read(List<Path> files, int classes) throws IOException {
      LabelledDataset images =
          IdxImages.labelled(files.get(0), ValueRange.BYTES, files.get(1), firstLabel, classes);
      return transposed ? TransposedImages.of(images) : images;
    }
  }

  /**
   * Records in CIFAR's binary format.
   *
   * @param train the names of the training files
   * @param test the name of the test file
   * @param labels which labels to read
   */
  record Cifar(List<String> train, String test, CifarLabels labels) implements SetFiles {
    static Cifar ten() {
      List<String> train =
          IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
      return new Cifar(train, "test_batch.bin", CifarLabels.TEN);
    }

    static Cifar hundred(CifarLabels labels) {
      return new Cifar(List.of("train.bin"), "test.bin", labels);
    }

    @Override
    public List<String> names(Split split) {
      return split == Split.TRAIN ? train : List.of(test);
    }

    @Override
    public LabelledDataset read(List<Path> files, int classes) throws IOException {
      return CifarImages.read(files, labels);
    }
  }
}
