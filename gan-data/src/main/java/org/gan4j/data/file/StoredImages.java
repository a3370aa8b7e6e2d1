package org.gan4j.data.file;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;

/**
 * Pictures whose pixels are kept as they are stored, one picture after another, and scaled to [−1,
 * 1] when they are copied. Bytes take a quarter of the memory of floats.
 */
public final class StoredImages implements Dataset {
  private final StoredValues pixels;
  private final ImageGeometry geometry;
  private final int size;
  private final ValueRange range;

  /** For elements of one byte; a table is faster than a division per pixel. */
  private final float[] table;

  private StoredImages(StoredValues pixels, ImageGeometry geometry, int size, ValueRange range) {
    this.pixels = pixels;
    this.geometry = geometry;
    this.size = size;
    this.range = range;
    this.table = range.table(pixels.type());
  }

  /**
   * Returns the pictures.
   *
   * @param pixels the pixels; all of them should be in the range
   * @param geometry how a picture is laid out
   * @param range which numbers become −1 and 1
   * @return the data set
   * @throws IllegalArgumentException if there is no picture, or the last one is incomplete
   * @throws ArithmeticException if there are more than an int counts
   * @shape pixels [n, height, width, channels]
   */
  public static StoredImages of(StoredValues pixels, ImageGeometry geometry, ValueRange range) {
    Expect.that(
        pixels.size() > 0 && pixels.size() % geometry.values() == 0,
        "StoredImages",
        "whole pictures of " + geometry.values() + " values",
        pixels.size() + " values");
    int size = Math.toIntExact(pixels.size() / geometry.values());
    return new StoredImages(pixels, geometry, size, range);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(geometry.values());
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    Objects.checkIndex(index, size);
    int count = geometry.values();
    Objects.checkFromIndexSize(offset, count, destination.length);
    long first = (long) index * count;
    if (pixels.type().bytes() == 1) {
      pixels.lookUp(first, count, table, destination, offset);
      return;
    }
    for (int i = 0; i < count; i++) {
      destination[offset + i] = range.scale(pixels.at(first + i));
    }
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(geometry);
  }
}
