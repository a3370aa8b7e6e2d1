package org.gan4j.speed;

import java.util.List;

/** A workload with its operands on a backend. */
public interface Task {
  /** Runs once, and returns when the device is done. */
  void run();

  /** {@return the numbers that another run computes, so that variants can be compared} */
  List<double[]> results();

  /** {@return the operands as they are now; no run may change them} */
  List<double[]> operands();
}
