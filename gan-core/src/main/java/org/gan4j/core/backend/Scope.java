package org.gan4j.core.backend;

import org.gan4j.core.Lease;

/**
 * A section of a backend's arena. Tensors created while it is the innermost scope end when it
 * closes. Scopes close last-in first-out.
 */
public final class Scope implements Lease, AutoCloseable {
  private final ScopeStack stack;
  private boolean closed;

  Scope(ScopeStack stack) {
    this.stack = stack;
  }

  /**
   * Does nothing if the scope is open and the calling thread owns the backend.
   *
   * @throws IllegalStateException if the scope is closed, or the calling thread does not own the
   *     backend
   */
  @Override
  public void check() {
    stack.checkThread();
    if (closed) {
      throw new IllegalStateException(
          "tensor: expected its tape to be open, but it was closed; copy the numbers with"
              + " toDoubles() before the tape ends");
    }
  }

  /**
   * Ends every tensor of this scope and releases its memory. Closing twice does nothing.
   *
   * @throws IllegalStateException if a scope opened later is still open
   */
  @Override
  public void close() {
    if (!closed) {
      stack.close(this);
      closed = true;
    }
  }
}
