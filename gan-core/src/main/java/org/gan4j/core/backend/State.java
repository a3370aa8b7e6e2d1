package org.gan4j.core.backend;

import java.util.Objects;
import org.gan4j.core.DType;
import org.gan4j.core.Lease;
import org.gan4j.core.Shape;
import org.gan4j.core.Storage;
import org.gan4j.core.Tensor;

/**
 * Mutable numbers that outlive tapes: a parameter, an optimizer's moment, a running statistic.
 *
 * <p>Only backends write to it. A tensor read from it ends with the next write.
 */
public final class State {
  private final Shape shape;
  private final DType dtype;
  private final Storage storage;
  private long version;

  /**
   * Wraps memory outside the arena; backends call this.
   *
   * @param shape extents
   * @param dtype element type
   * @param storage the backend's memory
   */
  public State(Shape shape, DType dtype, Storage storage) {
    this.shape = Objects.requireNonNull(shape);
    this.dtype = Objects.requireNonNull(dtype);
    this.storage = Objects.requireNonNull(storage);
  }

  /** {@return the extents} */
  public Shape shape() {
    return shape;
  }

  /** {@return the element type} */
  public DType dtype() {
    return dtype;
  }

  /** {@return the numbers as they are now, valid until the next write} */
  public Tensor read() {
    long readVersion = version;
    Lease lease =
        () -> {
          if (version != readVersion) {
            throw new IllegalStateException(
                "tensor: expected a parameter unchanged since it was read, but it has been"
                    + " updated; read it again after the update");
          }
        };
    return new Tensor(shape, dtype, storage, lease);
  }

  /** {@return the memory for a backend to write; every tensor read before ends} */
  public Storage write() {
    version++;
    return storage;
  }
}
