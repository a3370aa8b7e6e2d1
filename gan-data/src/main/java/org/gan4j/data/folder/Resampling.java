package org.gan4j.data.folder;

/**
 * Scales a square. A smaller result averages the area that each pixel covers; a larger one
 * interpolates linearly between the centres of pixels.
 *
 * <p>Both are the same linear map of rows and of columns: result i is the sum over k of {@code
 * weights[i][k]} times the original at {@code first[i] + k}.
 */
final class Resampling {
  private final int from;
  private final int to;
  private final int[] first;
  private final double[][] weights;

  private Resampling(int from, int to) {
    this.from = from;
    this.to = to;
    this.first = new int[to];
    this.weights = new double[to][];
  }

  static Resampling of(int from, int to) {
    Resampling resampling = new Resampling(from, to);
    for (int i = 0; i < to; i++) {
      if (from > to) {
        resampling.average(i);
      } else {
        resampling.interpolate(i);
      }
    }
    return resampling;
  }

  /** Pixel i covers the interval from i·from/to to (i + 1)·from/to; in whole units of 1/to. */
  private void average(int i) {
    long begin = (long) i * from;
    long end = begin + from;
    first[i] = (int) (begin / to);
    weights[i] = new double[(int) ((end + to - 1) / to) - first[i]];
    for (int k = 0; k < weights[i].length; k++) {
      long pixel = (long) (first[i] + k) * to;
      weights[i][k] = (double) (Math.min(end, pixel + to) - Math.max(begin, pixel)) / from;
    }
  }

  /** The centre of pixel i is at (i + ½)·from/to; beyond the outer centres, pixels repeat. */
  private void interpolate(int i) {
    double centre = Math.max(0, Math.min(from - 1.0, (i + 0.5) * from / to - 0.5));
    first[i] = (int) centre;
    double share = centre - first[i];
    weights[i] = share == 0 ? new double[] {1} : new double[] {1 - share, share};
  }

  /** {@return the scaled square [to, to, channels] whose upper left corner is at (x, y)} */
  double[] apply(Picture picture, int x, int y) {
    int channels = picture.channels();
    double[] narrow = new double[from * to * channels];
    for (int row = 0; row < from; row++) {
      int start = ((y + row) * picture.width() + x) * channels;
      for (int i = 0; i < to; i++) {
        for (int channel = 0; channel < channels; channel++) {
          double sum = 0;
          for (int k = 0; k < weights[i].length; k++) {
            int at = start + (first[i] + k) * channels + channel;
            sum += weights[i][k] * (picture.samples()[at] & 0xff);
          }
          narrow[(row * to + i) * channels + channel] = sum;
        }
      }
    }
    return vertically(narrow, to * channels);
  }

  private double[] vertically(double[] narrow, int row) {
    double[] scaled = new double[to * row];
    for (int i = 0; i < to; i++) {
      for (int k = 0; k < weights[i].length; k++) {
        for (int j = 0; j < row; j++) {
          scaled[i * row + j] += weights[i][k] * narrow[(first[i] + k) * row + j];
        }
      }
    }
    return scaled;
  }
}
