package org.gan4j.metrics;

/**
 * Maps samples to feature vectors, in which distances such as {@link FrechetDistance} are measured.
 * Figures compare only if they come from the same extractor.
 */
public interface FeatureExtractor {
  /** {@return d, the numbers in a feature vector} */
  int dimensions();

  /**
   * Returns the features of samples, each independent of the others.
   *
   * @shape [n, …sample] to [n, d], both row-major
   * @param samples the samples, one after another
   * @return their features
   * @throws IllegalArgumentException if the last sample is incomplete, or one is not finite
   */
  float[] features(float[] samples);
}
