package org.gan4j.speed.workload;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;

/** What a task does, once its operands are there. */
interface Operation {
  /** Computes on a tape, and returns what it computed. */
  List<Tensor> on(Tape tape);
}
