package org.gan4j.data.idx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.data.DataException;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.file.ElementType;
import org.gan4j.data.file.StoredValues;

/**
 * The content of one IDX file: magic number 0x0000TTNN with TT the type of the elements and NN the
 * rank, then NN big-endian extents, then the values, big-endian and row-major; plain or in gzip,
 * whatever its name says.
 */
public final class IdxFile {
  private static final String KIND = "IDX file";
  private static final int MOST_AXES = 8;

  private final Path path;
  private final int[] extents;
  private final StoredValues values;

  private IdxFile(Path path, int[] extents, StoredValues values) {
    this.path = path;
    this.extents = extents;
    this.values = values;
  }

  /**
   * Reads a whole file. Files of 64 MiB and more that are not compressed are mapped into memory.
   *
   * @param path the file
   * @return its content
   * @throws DataException if it is missing, or is not such a file
   * @throws IOException if it cannot be read
   */
  public static IdxFile read(Path path) throws IOException {
    try (DataFile file = DataFile.open(KIND, path)) {
      int magic = ByteBuffer.wrap(file.header(Integer.BYTES)).getInt();
      int rank = magic & 0xff;
      Optional<ElementType> type = type(magic >>> 8);
      if (type.isEmpty() || rank == 0 || rank > MOST_AXES) {
        throw file.fault(
            0,
            "magic number 0x0000TTNN, a type TT of 08, 09, 0b, 0c, 0d or 0e and NN from 01 to 08",
            String.format(Locale.ROOT, "0x%08x", magic));
      }
      int[] extents = new int[rank];
      ByteBuffer.wrap(file.header(rank * Integer.BYTES)).asIntBuffer().get(extents);
      long count = count(file, extents, type.get());
      return new IdxFile(
          path,
          extents,
          file.values(
              type.get(), ByteOrder.BIG_ENDIAN, count, "the extents " + Arrays.toString(extents)));
    }
  }

  private static Optional<ElementType> type(int code) {
    return switch (code) {
      case 0x08 -> Optional.of(ElementType.UINT8);
      case 0x09 -> Optional.of(ElementType.INT8);
      case 0x0b -> Optional.of(ElementType.INT16);
      case 0x0c -> Optional.of(ElementType.INT32);
      case 0x0d -> Optional.of(ElementType.FLOAT32);
      case 0x0e -> Optional.of(ElementType.FLOAT64);
      default -> Optional.empty();
    };
  }

  /** All extents but the first are of one sample, whose values an int must count. */
  private static long count(DataFile file, int[] extents, ElementType type) throws DataException {
    long sample = 1;
    boolean sound = extents[0] >= 1;
    for (int axis = 1; axis < extents.length && sound; axis++) {
      sound = extents[axis] >= 1;
      sample *= extents[axis];
      sound &= sample <= Integer.MAX_VALUE / type.bytes();
    }
    if (!sound) {
      throw file.fault(
          Integer.BYTES,
          "extents from 1, with at most " + Integer.MAX_VALUE + " bytes in a sample",
          Arrays.stream(extents).mapToObj(Integer::toUnsignedString).toList());
    }
    return sample * extents[0];
  }

  /**
   * Checks the number of axes.
   *
   * @param rank how many there must be
   * @param what what such a file holds, such as {@code labels [n]}
   * @throws DataException if there are more or fewer
   */
  void requireRank(int rank, String what) throws DataException {
    if (extents.length != rank) {
      throw fault(3, rank + " axes, " + what, extents.length);
    }
  }

  /** {@return the exception for damage at a byte} */
  DataException fault(long at, String expected, Object got) {
    return DataFile.fault(KIND + " " + path, at, expected, got, null);
  }

  /** {@return the exception for a value that must not be there} */
  DataException faultyValue(long index, String expected) {
    double value = values.at(index);
    long at = Integer.BYTES * (1L + extents.length) + index * values.type().bytes();
    return fault(at, expected, values.type().isWhole() ? (Object) (long) value : value);
  }

  /** {@return the file} */
  public Path path() {
    return path;
  }

  /** {@return the extents, the number of samples first} */
  public int[] extents() {
    return extents.clone();
  }

  /** {@return the values, row-major} */
  public StoredValues values() {
    return values;
  }
}
