package org.gan4j.core.backend;

import java.util.ArrayDeque;
import java.util.Deque;

/** The open scopes of one backend instance, and the thread that owns them. */
public final class ScopeStack {
  /** The part of a backend that hands out memory. */
  public interface Memory {
    /** {@return where the next allocation would go} */
    long mark();

    /**
     * Gives back everything allocated since the mark.
     *
     * @param mark what {@link #mark} returned when the scope was opened
     */
    void release(long mark);
  }

  private record Open(Scope scope, long mark) {}

  private final String backend;
  private final Memory memory;
  private final Thread owner = Thread.currentThread();
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * Creates the stack of a backend that belongs to the calling thread.
   *
   * @param backend name for messages
   * @param memory what the scopes delimit
   */
  public ScopeStack(String backend, Memory memory) {
    this.backend = backend;
    this.memory = memory;
  }

  /** {@return a new innermost scope} */
  public Scope open() {
    checkThread();
    Scope scope = new Scope(this);
    open.push(new Open(scope, memory.mark()));
    return scope;
  }

  /**
   * {@return the innermost scope, to which new tensors belong}
   *
   * @throws IllegalStateException if none is open, or another thread asks
   */
  public Scope current() {
    checkThread();
    Open innermost = open.peek();
    if (innermost == null) {
      throw new IllegalStateException(
          "backend "
              + backend
              + ": expected an open tape to hold the result; compute inside"
              + " try (Tape tape = Tape.on(backend)) { … }");
    }
    return innermost.scope();
  }

  /**
   * Checks that the calling thread owns the backend.
   *
   * @throws IllegalStateException if it does not
   */
  public void checkThread() {
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

  void close(Scope scope) {
    checkThread();
    Open innermost = open.peek();
    if (innermost == null || innermost.scope() != scope) {
      throw new IllegalStateException(
          "backend "
              + backend
              + ": expected tapes to close last-in first-out, but one opened"
              + " later is still open");
    }
    open.pop();
    memory.release(innermost.mark());
  }
}
