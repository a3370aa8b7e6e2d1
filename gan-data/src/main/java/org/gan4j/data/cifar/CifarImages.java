package org.gan4j.data.cifar;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.LabelledSamples;
import org.gan4j.data.file.ByteStore;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.file.ElementType;
import org.gan4j.data.file.StoredImages;
import org.gan4j.data.file.ValueRange;

/**
 * Pictures from CIFAR's binary files: records of one or two bytes of labels, then the red, the
 * green and the blue plane of 32 × 32 bytes. The planes are interleaved when the files are read.
 *
 * @paper Krizhevsky 2009, "Learning Multiple Layers of Features from Tiny Images"
 */
public final class CifarImages {
  /** How every picture is laid out. */
  public static final ImageGeometry GEOMETRY = new ImageGeometry(3, 32, 32);

  private static final int PLANE = 32 * 32;

  private final CifarLabels kind;
  private final int record;
  private final int[] labels;
  private final ByteStore pixels;
  private final byte[] picture = new byte[GEOMETRY.values()];
  private int done;

  private CifarImages(CifarLabels kind, int size, ByteStore pixels) {
    this.kind = kind;
    this.record = bytes(kind);
    this.labels = new int[size];
    this.pixels = pixels;
  }

  /**
   * Returns the length of a record.
   *
   * @param kind which labels it has
   * @return how many bytes the labels and pixels of a picture take
   */
  public static int bytes(CifarLabels kind) {
    return kind.count() + GEOMETRY.values();
  }

  /**
   * Reads the pictures of files, one file after another.
   *
   * @param files the files, at least one
   * @param kind which labels they have
   * @return the data set, scaled to [−1, 1]
   * @throws org.gan4j.data.DataException if a file is missing, does not consist of whole records,
   *     or has a label that is no class
   * @throws IOException if a file cannot be read
   * @shape a sample is [3072], 32 rows of 32 pixels of red, green, blue
   */
  public static LabelledDataset read(List<Path> files, CifarLabels kind) throws IOException {
    Expect.count("CifarImages", "file", files.size(), 1);
    List<DataFile> open = new ArrayList<>();
    try {
      long size = 0;
      for (Path path : files) {
        open.add(DataFile.open("CIFAR file", path));
        size += records(open.get(open.size() - 1), kind);
      }
      return read(open, kind, Math.toIntExact(size));
    } finally {
      for (DataFile file : open) {
        file.close();
      }
    }
  }

  private static long records(DataFile file, CifarLabels kind) throws IOException {
    long record = bytes(kind);
    if (file.remaining().isEmpty()) {
      throw file.fault(0, "records of " + record + " bytes", "compressed content, unpack it");
    }
    long bytes = file.remaining().getAsLong();
    if (bytes == 0 || bytes % record != 0 || bytes / record > Integer.MAX_VALUE / 2) {
      throw file.fault(
          bytes - bytes % record, "whole records of " + record + " bytes", bytes + " bytes");
    }
    return bytes / record;
  }

  private static LabelledDataset read(List<DataFile> files, CifarLabels kind, int size)
      throws IOException {
    long bytes = (long) size * GEOMETRY.values();
    try (ByteStore pixels = ByteStore.of(bytes)) {
      CifarImages images = new CifarImages(kind, size, pixels);
      for (DataFile file : files) {
        while (file.remaining().getAsLong() > 0) {
          images.readRecord(file);
        }
      }
      StoredImages pictures =
          StoredImages.of(
              pixels.values(ElementType.UINT8, ByteOrder.BIG_ENDIAN, bytes),
              GEOMETRY,
              ValueRange.BYTES);
      return LabelledSamples.of(pictures, kind.classes(), images.labels);
    }
  }

  private void readRecord(DataFile file) throws IOException {
    byte[] bytes = file.header(record);
    int label = bytes[kind.index()] & 0xff;
    if (label >= kind.classes()) {
      throw file.fault(
          file.position() - record + kind.index(),
          "labels from 0 to " + (kind.classes() - 1),
          label);
    }
    for (int i = 0; i < picture.length; i++) {
      picture[i] = bytes[kind.count() + i % 3 * PLANE + i / 3];
    }
    pixels.write((long) done * picture.length, picture, picture.length);
    labels[done] = label;
    done++;
  }
}
