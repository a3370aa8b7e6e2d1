package org.gan4j.train.run;

import java.util.List;

/** Figures of generated samples, such as how many modes they reach, as columns of metrics.csv. */
public interface SampleFigures {
  /** {@return the names of the figures} */
  List<String> names();

  /**
   * Computes the figures.
   *
   * @shape samples [n, …sample], row-major
   * @param samples the generator's samples, all finite
   * @return one number per name
   */
  List<Number> of(float[] samples);

  /**
   * {@return the names of the figures that say which of a run's checkpoints is best, the most
   * important first; larger is better}
   */
  default List<String> ranking() {
    return List.of();
  }

  /** {@return no figures} */
  static SampleFigures none() {
    return new SampleFigures() {
      @Override
      public List<String> names() {
        return List.of();
      }

      @Override
      public List<Number> of(float[] samples) {
        return List.of();
      }
    };
  }
}
