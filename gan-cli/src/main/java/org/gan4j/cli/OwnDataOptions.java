package org.gan4j.cli;

import java.util.OptionalInt;
import org.gan4j.data.found.DataWishes;
import picocli.CommandLine.Option;

/** How data of {@code --data PATH} are read; what is not given is guessed. */
final class OwnDataOptions {
  @Option(
      names = "--size",
      paramLabel = "N",
      description =
          "For a folder of pictures: the height and width that they are scaled to. Default: their"
              + " own if they share one of up to 64, else 32.")
  private Integer size;

  @Option(
      names = "--channels",
      paramLabel = "N",
      description =
          "For a folder of pictures: 1 for grey, 3 for colour. Default: 3 unless all are grey.")
  private Integer channels;

  @Option(
      names = "--skip-bad",
      description =
          "For a folder of pictures: leave out and list files that cannot be decoded, instead of"
              + " stopping at the first.")
  private boolean skipBad;

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description = "For an .npz file: the name of the array. Default: the only one.")
  private String entry;

  /**
   * Returns the wishes.
   *
   * @throws UsageException if a value is out of its range
   */
  DataWishes wishes() {
    if (size != null && (size < 1 || size > 4096)) {
      throw new UsageException("--size: expected a side from 1 to 4096, got " + size);
    }
    if (channels != null && channels != 1 && channels != 3) {
      throw new UsageException("--channels: expected 1 or 3, got " + channels);
    }
    return new DataWishes(given(size), given(channels), skipBad, entry == null ? "" : entry);
  }

  private static OptionalInt given(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
