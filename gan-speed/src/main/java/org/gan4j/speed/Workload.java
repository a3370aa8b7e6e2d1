package org.gan4j.speed;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;

/** Something to time: an operation with fixed shapes, or a whole training step. */
public interface Workload {
  /** What a workload measures. */
  enum Kind {
    /** A whole step of the trainer. */
    STEP("Training steps", false),
    /** A step of a network whose batch or width grows from one workload to the next. */
    SWEEP("Cost as batch and width grow", false),
    /** A matrix product. */
    GEMM("Matrix products", false),
    /** A dense layer. */
    DENSE("Dense layers", false),
    /** A convolution or one of its adjoints. */
    CONVOLUTION("Convolutions", false),
    /** A pass over memory. */
    KERNEL("Passes over memory", true),
    /** An update of the parameters. */
    OPTIMIZER("Optimizers", true);

    private final String title;
    private final boolean memoryBound;

    Kind(String title, boolean memoryBound) {
      this.title = title;
      this.memoryBound = memoryBound;
    }

    /** {@return its name in a report} */
    public String title() {
      return title;
    }

    /** {@return whether memory is its limit, so that its rate is GB/s and not GFLOP/s} */
    public boolean isMemoryBound() {
      return memoryBound;
    }
  }

  /** {@return a unique name, such as {@code gemm/512x128x128-nt}} */
  String name();

  /** {@return what it measures} */
  Kind kind();

  /**
   * Returns the work of one run.
   *
   * @param dtype element type
   * @return the work
   */
  Cost cost(DType dtype);

  /**
   * Creates the operands.
   *
   * @param backend where to run; it must have an open scope, which the operands live in
   * @return the workload, ready to run
   */
  Task open(Backend backend);
}
