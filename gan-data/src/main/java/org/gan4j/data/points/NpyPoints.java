package org.gan4j.data.points;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gan4j.data.DataException;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.file.StoredValues;

/** Points from NumPy's files. */
final class NpyPoints {
  private static final String ENDING = ".npy";

  private NpyPoints() {}

  /** Reads {@code .npy}. */
  static PointTable npy(Path path) throws IOException {
    try (DataFile file = DataFile.open("NumPy file", path)) {
      return table(file);
    }
  }

  /** Reads one array of {@code .npz}; an empty name stands for the only one. */
  static PointTable npz(Path path, String name) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = entry(path, zip, name);
      String where = "NumPy file " + path + ", array '" + arrayName(entry) + "'";
      try (DataFile file =
          DataFile.ofEntry(where, zip.getInputStream(entry), entry.getCompressedSize())) {
        return table(file);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // ZipFile throws the last one for names that are not UTF-8.
      String got = e instanceof EOFException ? "a truncated file" : e.getMessage();
      throw DataFile.fault("NumPy file " + path, 0, "an intact .npz archive", got, e);
    }
  }

  private static ZipEntry entry(Path path, ZipFile zip, String name) throws DataException {
    List<? extends ZipEntry> entries =
        zip.stream().filter(entry -> entry.getName().endsWith(ENDING)).toList();
    List<String> names = entries.stream().map(NpyPoints::arrayName).toList();
    if (name.isEmpty() && entries.size() == 1) {
      return entries.get(0);
    }
    int index = names.indexOf(name);
    if (index < 0) {
      throw new DataException(
          "NumPy file "
              + path
              + ": expected "
              + (name.isEmpty() ? "one array" : "an array '" + name + "'")
              + ", got "
              + (names.isEmpty() ? "none" : String.join(", ", names))
              + "; name one of them as the entry");
    }
    return entries.get(index);
  }

  private static String arrayName(ZipEntry entry) {
    return entry.getName().substring(0, entry.getName().length() - ENDING.length());
  }

  private static PointTable table(DataFile file) throws IOException {
    NpyHeader header = NpyHeader.read(file);
    long start = file.position();
    StoredValues values =
        file.values(
            header.type(),
            header.order(),
            header.rows() * header.columns(),
            "the shape [" + header.rows() + ", " + header.columns() + "]");
    PointTable table = PointTable.of(values, header.columns(), header.byColumns());
    for (long i = 0; !header.type().isWhole() && i < values.size(); i++) {
      // A float must hold the number too.
      if (!Float.isFinite((float) values.at(i))) {
        throw file.fault(
            start + i * header.type().bytes(), "numbers that are finite floats", values.at(i));
      }
    }
    return table;
  }
}
