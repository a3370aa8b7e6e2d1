package org.gan4j.data.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.cifar.CifarImages;
import org.gan4j.data.cifar.CifarLabels;

/**
 * Pictures from files in CIFAR's binary format, in epochs, as flat vectors in [−1, 1].
 *
 * @param files the files, read one after another
 * @param labels which labels they have
 */
public record CifarFiles(List<String> files, CifarLabels labels) implements DataSpec {
  /**
   * Checks that there are files, but opens none.
   *
   * @param files the files, read one after another
   * @param labels which labels they have
   */
  public CifarFiles {
    Expect.nonNull("cifar-files", "a list of 'files'", files);
    Expect.nonNull("cifar-files", "'labels': TEN, FINE or COARSE", labels);
    files = List.copyOf(files);
    Expect.count("cifar-files", "file", files.size(), 1);
  }

  @Override
  public BatchSource open(RngStream order) throws IOException {
    return new Batches(CifarImages.read(files.stream().map(Path::of).toList(), labels), order);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(CifarImages.GEOMETRY);
  }
}
