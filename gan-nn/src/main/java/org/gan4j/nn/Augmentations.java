package org.gan4j.nn;

import java.util.Arrays;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;

/**
 * The transformations of {@link DiffAugment}, as functions of their draws: maps [n, h, w, c] and
 * one number of each kind per sample, to maps of the same shape. All of them are linear in the
 * maps, or affine.
 */
final class Augmentations {
  private static final double CUTOUT = 0.5;

  private Augmentations() {}

  /** x + summand. */
  static Var brightness(Var x, double[] summands) {
    Var samples = samples(x);
    return samples.add(perSample(x, summands).repeatColumn(x.shape().columns())).reshape(x.shape());
  }

  /** (x − grey) · factor + grey, where grey is each pixel's mean over its channels. */
  static Var saturation(Var x, double[] factors) {
    int channels = x.shape().dim(3);
    if (channels == 1) {
      return x; // already grey
    }
    // A product is several times faster than the sums of such short rows.
    Backend backend = x.tape().backend();
    Var average =
        x.tape().constant(backend.full(Shape.of(channels, channels), x.dtype(), 1.0 / channels));
    Var grey = samples(Maps.restore(Maps.rows(x).matmul(average), x.shape()));
    Var rest = grey.scaleRows(perSample(x, rest(factors)));
    return samples(x).scaleRows(perSample(x, factors)).add(rest).reshape(x.shape());
  }

  /** (x − mean) · factor + mean, where mean is over all elements of the sample. */
  static Var contrast(Var x, double[] factors) {
    int elements = x.shape().columns();
    Var means = samples(x).rowSums().multiply(1.0 / elements);
    Var rest = means.multiply(perSample(x, rest(factors))).repeatColumn(elements);
    return samples(x).scaleRows(perSample(x, factors)).add(rest).reshape(x.shape());
  }

  /** The extent of the square that is cut out of maps of this extent; the larger half. */
  static int cutoutSize(int extent) {
    return (int) (extent * CUTOUT + 0.5);
  }

  /** x with a square set to 0, which begins half its size above and left of the draws. */
  static Var cutout(Var x, int[] rows, int[] columns) {
    Shape maps = x.shape();
    float[] mask = new float[maps.length()];
    Arrays.fill(mask, 1);
    int height = maps.dim(1);
    int width = maps.dim(2);
    for (int sample = 0; sample < maps.dim(0); sample++) {
      int top = rows[sample] - cutoutSize(height) / 2;
      int left = columns[sample] - cutoutSize(width) / 2;
      int from = Math.max(0, left) * maps.dim(3);
      int to = Math.min(width, left + cutoutSize(width)) * maps.dim(3);
      for (int y = Math.max(0, top); y < Math.min(height, top + cutoutSize(height)); y++) {
        int line = (sample * height + y) * width * maps.dim(3);
        Arrays.fill(mask, line + from, line + to, 0);
      }
    }
    return x.multiply(x.tape().constant(x.tape().backend().tensor(maps, x.dtype(), mask)));
  }

  /** A row for each sample, [n, h·w·c]. */
  private static Var samples(Var x) {
    return x.reshape(Shape.of(x.shape().rows(), x.shape().columns()));
  }

  private static Var perSample(Var x, double[] numbers) {
    Shape column = Shape.of(numbers.length, 1);
    return x.tape().constant(x.tape().backend().tensor(column, x.dtype(), numbers));
  }

  private static double[] rest(double[] shares) {
    return Arrays.stream(shares).map(share -> 1 - share).toArray();
  }
}
