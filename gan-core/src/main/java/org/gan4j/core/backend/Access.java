package org.gan4j.core.backend;

/**
 * Restricts a backend instance to the thread that opened it, until it is closed. The instance's
 * memory refers to it too, so that host reads follow the same rule.
 */
public final class Access {
  private final String backend;
  private final Thread owner = Thread.currentThread();
  private boolean closed;

  /**
   * Grants the calling thread access to a new instance.
   *
   * @param backend the backend's name, for messages
   */
  public Access(String backend) {
    this.backend = backend;
  }

  /**
   * Checks that the calling thread owns the instance and that the instance is open.
   *
   * @throws IllegalStateException if not
   */
  public void check() {
    checkThread();
    if (closed) {
      throw new IllegalStateException(
          "backend " + backend + ": expected an open backend, but it was closed");
    }
  }

  /**
   * Ends the access.
   *
   * @return whether the instance was open until now
   * @throws IllegalStateException if the calling thread does not own the instance
   */
  public boolean close() {
    checkThread();
    boolean open = !closed;
    closed = true;
    return open;
  }

  void checkThread() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "backend "
              + backend
              + ": expected calls from thread '"
              + owner.getName()
              + "', got '"
              + Thread.currentThread().getName()
              + "'; open one backend per thread");
    }
  }

  String backend() {
    return backend;
  }
}
