package org.gan4j.core.backend;

import org.gan4j.core.Expect;

/**
 * Which device a backend uses, and how. It means something only to backends that choose among
 * devices ({@link BackendProvider#choosesDevice}).
 *
 * @param device the number of the device, from 0
 * @param graph whether a step that is repeated is given to the device as one graph; that changes no
 *     number
 * @param tf32 whether products of FLOAT32 matrices may round their factors to TF32, 10 bits of
 *     fraction; that changes numbers
 */
public record Accelerator(int device, boolean graph, boolean tf32) {
  /** The first device, each operation by itself, in full precision. */
  public static final Accelerator DEFAULT = new Accelerator(0, false, false);

  /**
   * Checks the number.
   *
   * @param device the number of the device, from 0
   * @param graph whether a step that is repeated is given to the device as one graph
   * @param tf32 whether products of FLOAT32 matrices may round their factors to TF32
   */
  public Accelerator {
    Expect.atLeast("backend", "a device", device, 0);
  }

  /**
   * Returns this choice with another device.
   *
   * @param other the number of the device, from 0
   * @return the changed choice
   */
  public Accelerator withDevice(int other) {
    return new Accelerator(other, graph, tf32);
  }

  /**
   * Returns this choice with or without graphs.
   *
   * @param other whether a step that is repeated is given to the device as one graph
   * @return the changed choice
   */
  public Accelerator withGraph(boolean other) {
    return new Accelerator(device, other, tf32);
  }

  /** {@return what follows the backend's name, such as {@code :1+graph}; empty for the default} */
  String suffix() {
    return (device == 0 ? "" : ":" + device) + (graph ? "+graph" : "") + (tf32 ? "+tf32" : "");
  }
}
