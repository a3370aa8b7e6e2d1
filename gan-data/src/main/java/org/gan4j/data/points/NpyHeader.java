package org.gan4j.data.points;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.data.DataException;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.file.ElementType;

/**
 * The header of an {@code .npy} file, versions 1 to 3: a magic string, the version, a length, and a
 * Python dictionary with {@code descr}, {@code fortran_order} and {@code shape}, in this order as
 * NumPy writes them.
 *
 * @param type the type of the elements
 * @param order the order of the bytes within an element
 * @param byColumns whether the elements are in Fortran's order
 * @param rows the number of points
 * @param columns the number of coordinates, 1 for a vector
 */
record NpyHeader(ElementType type, ByteOrder order, boolean byColumns, long rows, int columns) {
  /** What NumPy itself reads without being told to trust a file. */
  private static final int MOST_BYTES = 10_000;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final String LENGTH = "(\\d{1,18})";
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\{\\s*'descr'\\s*:\\s*'([^']*)'\\s*,\\s*'fortran_order'\\s*:\\s*(True|False)\\s*,"
              + "\\s*'shape'\\s*:\\s*\\(\\s*"
              + LENGTH
              + "\\s*,\\s*(?:"
              + LENGTH
              + "\\s*,?\\s*)?\\)\\s*,?\\s*\\}\\s*");
  private static final Pattern TYPE = Pattern.compile("([<>|=])?([fiu])([1248])");

  /** Whether a file starts as an {@code .npy} file does. */
  static boolean isMagic(byte[] start) {
    return start.length >= MAGIC.length
        && ByteBuffer.wrap(start, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  /** Reads the header, up to the first element. */
  static NpyHeader read(DataFile file) throws IOException {
    byte[] magic = file.header(MAGIC.length);
    if (!isMagic(magic)) {
      throw file.fault(0, "the bytes 93 NUMPY of an .npy file", "others");
    }
    int version = file.header(2)[0];
    if (version < 1 || version > 3) {
      throw file.fault(MAGIC.length, "version 1, 2 or 3", version);
    }
    long at = file.position();
    ByteBuffer size =
        ByteBuffer.wrap(file.header(version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1 ? Short.toUnsignedInt(size.getShort()) : Integer.toUnsignedLong(size.getInt());
    if (length > MOST_BYTES) {
      throw file.fault(at, "a header of at most " + MOST_BYTES + " bytes", length);
    }
    long start = file.position();
    String text = new String(file.header((int) length), StandardCharsets.UTF_8);
    Matcher dictionary = DICTIONARY.matcher(text);
    if (!dictionary.matches()) {
      throw file.fault(
          start,
          "{'descr': …, 'fortran_order': …, 'shape': (n,) or (n, d)} of a table of numbers",
          shown(text));
    }
    return of(file, start, dictionary);
  }

  private static NpyHeader of(DataFile file, long start, Matcher dictionary) throws DataException {
    Matcher type = TYPE.matcher(dictionary.group(1));
    Optional<ElementType> elements =
        type.matches() ? type(type.group(2) + type.group(3)) : Optional.empty();
    if (elements.isEmpty()) {
      throw file.fault(
          start + dictionary.start(1), "f2, f4, f8 or whole numbers", shown(dictionary.group(1)));
    }
    ByteOrder order = ">".equals(type.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    long rows = Long.parseLong(dictionary.group(3));
    long columns = dictionary.group(4) == null ? 1 : Long.parseLong(dictionary.group(4));
    if (rows < 1 || rows > Integer.MAX_VALUE || columns < 1 || columns > 1 << 20) {
      throw file.fault(
          start + dictionary.start(3),
          "1 to 2147483647 points of 1 to 1048576 coordinates",
          rows + " of " + columns);
    }
    return new NpyHeader(
        elements.get(), order, dictionary.group(2).equals("True"), rows, (int) columns);
  }

  private static Optional<ElementType> type(String code) {
    return switch (code) {
      case "f2" -> Optional.of(ElementType.FLOAT16);
      case "f4" -> Optional.of(ElementType.FLOAT32);
      case "f8" -> Optional.of(ElementType.FLOAT64);
      case "i1" -> Optional.of(ElementType.INT8);
      case "i2" -> Optional.of(ElementType.INT16);
      case "i4" -> Optional.of(ElementType.INT32);
      case "i8" -> Optional.of(ElementType.INT64);
      case "u1" -> Optional.of(ElementType.UINT8);
      case "u2" -> Optional.of(ElementType.UINT16);
      case "u4" -> Optional.of(ElementType.UINT32);
      case "u8" -> Optional.of(ElementType.UINT64);
      default -> Optional.empty();
    };
  }

  /** The text of a damaged header may be anything. */
  private static String shown(String text) {
    String printable = text.strip().replaceAll("[^ -~]", "?");
    return "'" + printable.substring(0, Math.min(60, printable.length())) + "'";
  }
}
