package org.gan4j.core.backend;

/** A kind of backend, found by {@link java.util.ServiceLoader}. */
public interface BackendProvider {
  /** {@return the name to ask for, such as {@code cpu}} */
  String name();

  /** {@return one line for people: what it is and what it is for} */
  String description();

  /** {@return whether it has several devices, or ways to use one, to choose from} */
  default boolean choosesDevice() {
    return false;
  }

  /** {@return whether it can work here, or why not; never throws} */
  Availability probe();

  /**
   * Opens an instance that belongs to the calling thread.
   *
   * @param options what the caller asks for
   * @return the backend, to be closed by the caller
   * @throws BackendUnavailableException if {@link #probe} says that it cannot work
   */
  Backend open(BackendOptions options);
}
