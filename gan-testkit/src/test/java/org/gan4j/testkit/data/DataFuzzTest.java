package org.gan4j.testkit.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.gan4j.data.DataException;
import org.gan4j.data.Dataset;
import org.gan4j.data.cifar.CifarImages;
import org.gan4j.data.cifar.CifarLabels;
import org.gan4j.data.file.ValueRange;
import org.gan4j.data.folder.FolderImages;
import org.gan4j.data.folder.FolderImages.BadFiles;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.idx.IdxImages;
import org.gan4j.data.points.PointFiles;
import org.gan4j.testkit.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated data files load or are a {@link DataException}; nothing else is thrown, nothing hangs,
 * and no case reserves memory that its file does not fill.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DataFuzzTest {
  private static final int CASES = 10_000;
  private static final int PICTURES = 2_000;

  /** Several times what any of these small files needs. */
  private static final long MOST_BYTES = 64L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  /** A new file costs less than one that is truncated, which some file systems then flush. */
  private static void write(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, content);
  }

  private interface Loader {
    Dataset load(Path file) throws IOException;
  }

  private void fuzz(int cases, String name, List<byte[]> sound, Loader loader) throws IOException {
    Path file = folder.resolve(name);
    for (byte[] content : sound) {
      write(file, content);
      readAll(loader.load(file));
    }
    int[] refused = new int[1];
    Fuzz.run(
        cases,
        sound,
        content -> {
          write(file, content);
          refused[0] += loads(file, loader) ? 0 : 1;
        });
    if (System.getProperty("gan4j.fuzz.seed") == null) {
      assertThat(refused[0]).as("cases that were refused").isGreaterThan(cases / 10);
    }
  }

  private static boolean loads(Path file, Loader loader) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      readAll(loader.load(file));
      return true;
    } catch (DataException e) {
      assertThat(e.getMessage()).contains(file.toString(), ": expected ", ", got ");
      return false;
    } finally {
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }
  }

  /** Samples of a data set that loads are finite. */
  private static void readAll(Dataset data) {
    float[] sample = new float[data.sampleShape().length()];
    for (int i = 0; i < data.size(); i++) {
      data.copy(i, sample, 0);
      for (float value : sample) {
        assertThat(Float.isFinite(value)).isTrue();
      }
    }
  }

  /** A file of each type of element: two pictures of 3 × 4 that are zero but for one pixel. */
  private static List<byte[]> idx() {
    List<byte[]> files = new ArrayList<>();
    int[] types = {8, 9, 0xb, 0xc, 0xd, 0xe};
    int[] sizes = {1, 1, 2, 4, 4, 8};
    for (int i = 0; i < types.length; i++) {
      ByteBuffer file = ByteBuffer.allocate(16 + 24 * sizes[i]);
      file.putInt(types[i] << 8 | 3).putInt(2).putInt(3).putInt(4);
      file.array()[16 + sizes[i] * 5] = 1;
      files.add(file.array());
    }
    return files;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static Dataset idx(Path file) throws IOException {
    return IdxImages.read(file, new ValueRange(-1e30, 1e30));
  }

  @Test
  void idxFiles() throws IOException {
    fuzz(CASES, "images", idx(), DataFuzzTest::idx);
  }

  @Test
  void labelsInIdx() throws IOException {
    Path images = Files.write(folder.resolve("pictures"), idx().get(0));
    byte[] bytes = {0, 0, 8, 1, 0, 0, 0, 2, 3, 9};
    byte[] ints = {0, 0, 0xc, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 9};
    fuzz(CASES, "labels", List.of(bytes, ints), file -> IdxImages.read(images, file, 10));
  }

  @Test
  void damagedGzip() throws IOException {
    List<byte[]> sound = new ArrayList<>();
    for (byte[] file : idx()) {
      sound.add(gzip(file));
    }
    fuzz(CASES, "images.gz", sound, DataFuzzTest::idx);
  }

  @Test
  void damageWithinGzip() throws IOException {
    fuzz(
        CASES,
        "images",
        idx(),
        file -> {
          write(file, gzip(Files.readAllBytes(file)));
          return idx(file);
        });
  }

  @Test
  void cifarFiles() throws IOException {
    List<byte[]> sound = List.of(new byte[3073], new byte[2 * 3073]);
    fuzz(CASES, "batch.bin", sound, file -> CifarImages.read(List.of(file), CifarLabels.TEN));
  }

  private static Dataset points(Path file) throws IOException {
    return PointFiles.read(file, "");
  }

  @Test
  void csvFiles() throws IOException {
    List<byte[]> sound =
        List.of(
            "x,y\r\n1,2.5\r\n-3e2,.25\r\n".getBytes(UTF_8),
            "1\n2\n3\n".getBytes(UTF_8),
            "\"a\",\"größe\"\n\"1\",\"-2\"\n3,4".getBytes(UTF_8));
    fuzz(CASES, "points.csv", sound, DataFuzzTest::points);
  }

  private static byte[] npy(String type, String order, String shape, int bytes) {
    byte[] header =
        ("{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }\n")
            .getBytes(UTF_8);
    ByteBuffer file = ByteBuffer.allocate(10 + header.length + bytes);
    file.put((byte) 0x93).put("NUMPY".getBytes(UTF_8)).put((byte) 1).put((byte) 0);
    file.put((byte) header.length).put((byte) 0).put(header);
    return file.array();
  }

  private static List<byte[]> npy() {
    return List.of(
        npy("<f8", "False", "(3, 2)", 48),
        npy(">f4", "True", "(2, 3)", 24),
        npy("|u1", "False", "(5,)", 5),
        npy("<f2", "False", "(2, 1)", 4));
  }

  @Test
  void npyFiles() throws IOException {
    fuzz(CASES, "points.npy", npy(), DataFuzzTest::points);
  }

  private static byte[] npz(byte[] array) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("points.npy"));
      zip.write(array);
    }
    return bytes.toByteArray();
  }

  @Test
  void damagedNpz() throws IOException {
    List<byte[]> sound = new ArrayList<>();
    for (byte[] array : npy()) {
      sound.add(npz(array));
    }
    fuzz(CASES, "points.npz", sound, DataFuzzTest::points);
  }

  @Test
  void damageWithinNpz() throws IOException {
    fuzz(
        CASES,
        "points",
        npy(),
        file -> {
          write(file, npz(Files.readAllBytes(file)));
          return points(file);
        });
  }

  private static List<byte[]> pictures(String format) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int type :
        new int[] {
          BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY
        }) {
      if (format.equals("jpeg") && type == BufferedImage.TYPE_BYTE_BINARY) {
        continue;
      }
      BufferedImage image = new BufferedImage(19, 12, type);
      for (int x = 0; x < 12; x++) {
        image.setRGB(x, x, 0xff0000 + 20 * x);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      files.add(bytes.toByteArray());
    }
    return files;
  }

  private Dataset picture(Path file) throws IOException {
    return FolderImages.read(FolderListing.of(file.getParent()), 8, 3, BadFiles.REFUSE).images();
  }

  @Test
  void pngFiles() throws IOException {
    fuzz(PICTURES, "picture.png", pictures("png"), this::picture);
  }

  /** With right checksums, the damage reaches the decoder. */
  @Test
  void pngFilesWithRightChecksums() throws IOException {
    fuzz(
        PICTURES,
        "picture.png",
        pictures("png"),
        file -> {
          write(file, withChecksums(Files.readAllBytes(file)));
          return picture(file);
        });
  }

  private static byte[] withChecksums(byte[] png) {
    byte[] summed = Arrays.copyOf(png, png.length);
    ByteBuffer file = ByteBuffer.wrap(summed);
    int at = 8;
    while (at + 12 <= summed.length) {
      int length = file.getInt(at);
      if (length < 0 || length > summed.length - at - 12) {
        break;
      }
      CRC32 sum = new CRC32();
      sum.update(summed, at + 4, length + 4);
      file.putInt(at + 8 + length, (int) sum.getValue());
      at += 12 + length;
    }
    return summed;
  }

  @Test
  void jpegFiles() throws IOException {
    fuzz(PICTURES, "picture.jpg", pictures("jpeg"), this::picture);
  }
}
