package org.gan4j.data.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gan4j.core.Shape;
import org.gan4j.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrays are NumPy's own; make-arrays.py beside them says what they hold. */
class PointFilesTest {
  @TempDir private Path folder;

  private static Path resource(String name) {
    try {
      return Path.of(PointFilesTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static float[] all(PointTable points) {
    int columns = points.sampleShape().length();
    float[] values = new float[points.size() * columns];
    for (int i = 0; i < points.size(); i++) {
      points.copy(i, values, i * columns);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table-f2", "table-f4", "table-f8", "fortran-f8", "version-2", "version-3", "table-i1",
        "table-i2", "table-i4", "table-i8", "table-u1", "table-u2", "table-u4", "table-u8"
      })
  void readsEveryTypeAndOrderOfNumPy(String name) throws IOException {
    PointTable points = PointFiles.read(resource(name + ".npy"), "");

    float half = name.contains("f") || name.startsWith("version") ? 0.5f : 0;
    assertThat(points.size()).isEqualTo(3);
    assertThat(points.sampleShape()).isEqualTo(Shape.of(2));
    assertThat(all(points)).containsExactly(half, half + 1, half + 2, half + 3, half + 4, half + 5);
  }

  @Test
  void aVectorIsPointsOfOneCoordinate() throws IOException {
    PointTable points = PointFiles.read(resource("vector-f4.npy"), "");

    assertThat(points.sampleShape()).isEqualTo(Shape.of(1));
    assertThat(all(points)).containsExactly(0.5f, 1.5f, 2.5f, 3.5f);
  }

  @Test
  void archivesHaveNamedArrays() throws IOException {
    Path two = resource("two.npz");

    assertThat(all(PointFiles.read(resource("one.npz"), ""))).hasSize(6).startsWith(0.5f);
    assertThat(all(PointFiles.read(resource("one.npz"), "points"))).hasSize(6);
    assertThat(all(PointFiles.read(two, "b"))).containsExactly(0.5f, 1.5f, 2.5f, 3.5f);
    assertThatThrownBy(() -> PointFiles.read(two, ""))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "NumPy file " + two + ": expected one array, got a, b; name one of them as the entry");
    assertThatThrownBy(() -> PointFiles.read(two, "c"))
        .hasMessage(
            "NumPy file "
                + two
                + ": expected an array 'c', got a, b; name one of them as the entry");
    assertThatThrownBy(() -> PointFiles.read(resource("vector-f4.npy"), "c"))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            ": expected an .npz file, since an entry is named, got another format; name none");
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("points.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,-2.5\n3e1,.25\n",
        "x,y\r\n1,-2.5\r\n30,0.25\r\n",
        "\"x\",\"y, in m\"\n\"1\",-2.5\n+3.E+1,25e-2",
        "\uFEFF1,-2.5\n30,0.25"
      })
  void readsTablesWithAndWithoutHeader(String text) throws IOException {
    PointTable points = PointFiles.read(csv(text), "");

    assertThat(points.sampleShape()).isEqualTo(Shape.of(2));
    assertThat(all(points)).containsExactly(1, -2.5f, 30, 0.25f);
  }

  private void assertCsvFails(String text, String message) throws IOException {
    Path file = csv(text);
    assertThatThrownBy(() -> PointFiles.read(file, ""))
        .isInstanceOf(DataException.class)
        .hasMessage("CSV file " + file + message + "; replace the file");
  }

  @Test
  void faultsOfTablesAreNamedWithTheirLine() throws IOException {
    String number = "expected a number such as -1.5e3 in column ";
    assertCsvFails("1,2\n3,x\n", ", line 2: " + number + "2, got 'x'");
    assertCsvFails("1,2\n3,NaN\n", ", line 2: " + number + "2, got 'NaN'");
    assertCsvFails("1,2\n3,1e39\n", ", line 2: " + number + "2, got '1e39'");
    assertCsvFails("1,2\n3,0x1p3\n", ", line 2: " + number + "2, got '0x1p3'");
    assertCsvFails("1,2\n3d, 4\n", ", line 2: " + number + "1, got '3d'");
    assertCsvFails("1,x\n", ", line 1: " + number + "2, got 'x'");
    assertCsvFails("1,2\n3\n", ", line 2: expected 2 columns, got 1");
    assertCsvFails("1,2\n3,4,5\n", ", line 2: expected 2 columns, got 3");
    assertCsvFails("1,2\n\n3,4\n", ", line 2: expected a number, got an empty line");
    assertCsvFails("x,y\n", ", line 2: expected numbers, got the end of the file");
    assertCsvFails("", ", line 1: expected numbers, got the end of the file");
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'1', '\n', (byte) 0xe9});
    assertThatThrownBy(() -> PointFiles.read(latin, ""))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "CSV file " + latin + ": expected text in UTF-8, got other bytes; replace the file");
  }

  private static byte[] npy(String header, int bytes) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(text.length & 0xff);
    out.write(text.length >> 8);
    out.writeBytes(text);
    out.writeBytes(new byte[bytes]);
    return out.toByteArray();
  }

  private void assertNpyFails(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("points.npy"), content);
    assertThatThrownBy(() -> PointFiles.read(file, ""))
        .isInstanceOf(DataException.class)
        .hasMessage("NumPy file " + file + ", " + message + "; replace the file");
  }

  private static String dictionary(String descr, String shape) {
    return "{'descr': " + descr + ", 'fortran_order': False, 'shape': " + shape + ", }";
  }

  @Test
  void hostileHeadersAreRefusedBeforeMemoryIsReserved() throws IOException {
    assertNpyFails(
        npy(dictionary("'<f8'", "(2000000000, 1000000)"), 8),
        "byte 85: expected 16000000000000000 bytes for the shape [2000000000, 1000000], got 8");
    assertNpyFails(
        npy(dictionary("'<f8'", "(9999999999, 2)"), 8),
        "byte 61: expected 1 to 2147483647 points of 1 to 1048576 coordinates, got 9999999999 of"
            + " 2");
    assertNpyFails(
        npy(dictionary("'<f8'", "(0, 2)"), 0),
        "byte 61: expected 1 to 2147483647 points of 1 to 1048576 coordinates, got 0 of 2");
    assertNpyFails(
        npy(dictionary("'|O'", "(1,)"), 8),
        "byte 21: expected f2, f4, f8 or whole numbers, got '|O'");
    String table =
        "{'descr': …, 'fortran_order': …, 'shape': (n,) or (n, d)} of a table of numbers";
    assertNpyFails(
        npy(dictionary("'<f4'", "(1, 2, 3)"), 24),
        "byte 10: expected "
            + table
            + ", got '{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3),'");
    assertNpyFails(
        npy("__import__('os')", 0), "byte 10: expected " + table + ", got '__import__('os')'");
    byte[] version = npy(dictionary("'<f4'", "(1,)"), 4);
    version[6] = 4;
    assertNpyFails(version, "byte 6: expected version 1, 2 or 3, got 4");
    version[6] = 2;
    assertNpyFails(version, "byte 8: expected a header of at most 10000 bytes, got 662372410");
    assertNpyFails(
        npy(dictionary("'<f4'", "(2,)"), 7),
        "byte 68: expected 8 bytes for the shape [2, 1], got 7");
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() throws IOException {
    byte[] content = npy(dictionary("'>f4'", "(2,)"), 8);
    content[content.length - 4] = 0x7f;
    content[content.length - 3] = (byte) 0xc0;
    assertNpyFails(
        content,
        "byte " + (content.length - 4) + ": expected numbers that are finite floats, got NaN");
  }

  @Test
  void archivesAreNotUnpackedBeyondTheirHeaders() throws IOException {
    Path file = folder.resolve("bomb.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("claim.npy"));
      zip.write(npy(dictionary("'<f8'", "(500000000,)"), 8));
      zip.putNextEntry(new ZipEntry("bomb.npy"));
      zip.write(Arrays.copyOf(npy(dictionary("'<f8'", "(1,)"), 8), 1 << 24));
    }
    assertThatThrownBy(() -> PointFiles.read(file, "claim"))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "NumPy file .*, array 'claim', byte 76: expected 4000000000 bytes for the shape"
                + " \\[500000000, 1\\], got a compressed file of \\d+, too small for them; replace"
                + " the file");
    assertThatThrownBy(() -> PointFiles.read(file, "bomb"))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "NumPy file .*, array 'bomb', byte 68: expected 8 bytes for the shape \\[1, 1\\], got"
                + " more; replace the file");
    Path broken = Files.write(folder.resolve("broken.npz"), new byte[] {'P', 'K', 3, 4, 0});
    assertThatThrownBy(() -> PointFiles.read(broken, ""))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "NumPy file .*, byte 0: expected an intact .npz archive, got .+; replace the file");
  }

  /** By hand: the columns 1, 3 and 10, 30 have means 2 and 20, and variances 1 and 100. */
  @Test
  void theStandardScaleIsOneForAllColumns() throws IOException {
    PointTable points = PointFiles.read(csv("1,10\n3,30\n"), "");
    PointScale scale = points.standard();
    double deviation = Math.sqrt(101 / 2.0);

    assertThat(scale).isEqualTo(new PointScale(List.of(2.0, 20.0), List.of(deviation, deviation)));
    assertThat(all(points.scaled(scale)))
        .containsExactly(
            (float) (-1 / deviation),
            (float) (-10 / deviation),
            (float) (1 / deviation),
            (float) (10 / deviation));
    assertThat(PointFiles.read(csv("7\n7\n"), "").standard())
        .isEqualTo(new PointScale(List.of(7.0), List.of(1.0)));
    assertThatThrownBy(() -> points.scaled(PointScale.none(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points: expected a centre and a scale for each of 2 columns, got 3");
  }

  @Test
  void scalesAreChecked() {
    assertThatThrownBy(() -> new PointScale(List.of(1.0), List.of()))
        .hasMessage("point scale: expected a centre and a scale for each column, got 1 and 0");
    assertThatThrownBy(() -> new PointScale(List.of(1.0), List.of(0.0)))
        .hasMessage("point scale: expected a finite scale > 0, got 0.0");
    assertThatThrownBy(() -> new PointScale(List.of(Double.NaN), List.of(1.0)))
        .hasMessage("point scale: expected a finite centre, got NaN");
  }
}
