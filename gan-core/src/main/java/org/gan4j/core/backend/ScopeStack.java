package org.gan4j.core.backend;

import java.util.ArrayDeque;
import java.util.Deque;

/** The open scopes of one backend instance. */
public final class ScopeStack {
  /** The part of a backend that allocates memory. */
  public interface Memory {
    /** {@return where the next allocation would go} */
    long mark();

    /**
     * Releases everything allocated since the mark.
     *
     * @param mark what {@link #mark} returned when the scope was opened
     */
    void release(long mark);
  }

  private record Open(Scope scope, long mark) {}

  private final Access access;
  private final Memory memory;
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * Creates the stack of a backend instance.
   *
   * @param access who may use the instance
   * @param memory what the scopes delimit
   */
  public ScopeStack(Access access, Memory memory) {
    this.access = access;
    this.memory = memory;
  }

  /**
   * {@return a new innermost scope}
   *
   * @throws IllegalStateException if the backend is closed, or the calling thread does not own it
   */
  public Scope open() {
    access.check();
    Scope scope = new Scope(this);
    open.push(new Open(scope, memory.mark()));
    return scope;
  }

  /**
   * {@return the innermost scope, to which new tensors belong}
   *
   * @throws IllegalStateException if none is open, the backend is closed, or the calling thread
   *     does not own it
   */
  public Scope current() {
    access.check();
    Open innermost = open.peek();
    if (innermost == null) {
      throw new IllegalStateException(
          "backend "
              + access.backend()
              + ": expected an open tape to hold the result; compute inside"
              + " try (Tape tape = Tape.on(backend)) { … }");
    }
    return innermost.scope();
  }

  void checkThread() {
    access.checkThread();
  }

  void close(Scope scope) {
    checkThread();
    Open innermost = open.peek();
    if (innermost == null || innermost.scope() != scope) {
      throw new IllegalStateException(
          "backend "
              + access.backend()
              + ": expected tapes to close last-in first-out, but one opened"
              + " later is still open");
    }
    open.pop();
    memory.release(innermost.mark());
  }
}
