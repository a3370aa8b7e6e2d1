package org.gan4j.peers.step;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays of a step of ND4J; otherwise they would wait for Java's garbage collector. */
final class Temporaries implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();

  /** Closes an array with the others, and returns it. */
  INDArray of(INDArray array) {
    arrays.add(array);
    return array;
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
