package org.gan4j.study.measure;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.train.GanTrainer;

/** Measures generators. May be called from several threads at once. */
@FunctionalInterface
public interface Gauge {
  /**
   * Measures the current generator.
   *
   * @param trainer a trainer between two steps, on the calling thread's backend
   * @return one figure per metric, empty where it is undefined
   * @throws IOException if data cannot be read
   * @throws org.gan4j.train.DivergedException if the samples are not finite
   */
  List<OptionalDouble> of(GanTrainer trainer) throws IOException;
}
