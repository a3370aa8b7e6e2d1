package org.gan4j.core.backend;

import org.gan4j.core.Lease;

/**
 * A stretch of a backend's arena. Tensors made while it is the innermost scope end when it closes.
 * Scopes close last-in first-out.
 */
public final class Scope implements Lease, AutoCloseable {
  private final ScopeStack stack;
  private boolean closed;

  Scope(ScopeStack stack) {
    this.stack = stack;
  }

  /**
   * Passes silently while the scope is open and the thread that owns the backend asks.
   *
   * @throws IllegalStateException if the scope is closed, or another thread asks
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
   * Ends every tensor of this scope and gives its memory back. Closing twice does nothing.
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
