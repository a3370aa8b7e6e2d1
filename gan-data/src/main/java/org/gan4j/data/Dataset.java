package org.gan4j.data;

import java.util.Optional;
import org.gan4j.core.Shape;

/** A finite, indexed set of samples. Implementations are immutable and safe for any thread. */
public interface Dataset {
  /** {@return the number of samples, at least 1} */
  int size();

  /** {@return the shape of one sample, for example {@code [2]} or {@code [784]}} */
  Shape sampleShape();

  /**
   * Copies one sample, row-major, into {@code destination} from {@code offset} on.
   *
   * @param index from 0 to {@code size() - 1}
   * @param destination receives {@code sampleShape().size()} values
   * @param offset where the sample's first value goes
   * @throws IndexOutOfBoundsException if there is no such sample, or no room for it
   */
  void copy(int index, float[] destination, int offset);

  /** {@return how a sample is laid out as a picture; empty if samples are not pictures} */
  default Optional<ImageGeometry> image() {
    return Optional.empty();
  }
}
