package org.gan4j.testkit.backend;

import org.gan4j.core.Storage;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.State;

/** A future tensor or state of the wrapped backend, used only on the late thread. */
final class LateStorage implements Storage {
  private final DeferredBackend owner;
  private Tensor tensor;
  private State state;

  LateStorage(DeferredBackend owner) {
    this.owner = owner;
  }

  DeferredBackend owner() {
    return owner;
  }

  void complete(Tensor result) {
    tensor = result;
  }

  void complete(State result) {
    state = result;
  }

  Tensor tensor() {
    return state == null ? tensor : state.read();
  }

  State state() {
    return state;
  }

  @Override
  public void read(float[] destination) {
    float[] host = owner.await(() -> tensor().toFloats());
    System.arraycopy(host, 0, destination, 0, destination.length);
  }

  @Override
  public void read(double[] destination) {
    double[] host = owner.await(() -> tensor().toDoubles());
    System.arraycopy(host, 0, destination, 0, destination.length);
  }
}
