package org.gan4j.nn.export;

/** A function of batches that describes itself as operators of a graph. */
@FunctionalInterface
public interface Exportable {
  /**
   * Adds what the function computes in an evaluation pass to a graph.
   *
   * @param x the input
   * @param to where: the sequence of modules that this function is the next part of
   * @return the output
   */
  Wire export(Wire x, Export to);
}
