package org.gan4j.nn;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Var;

/** Checks and shapes of layers that take feature maps {@code [height, width, channels]}. */
final class Maps {
  private Maps() {}

  /** Checks the input of such a layer. */
  static Shape check(String layer, Shape input) {
    Expect.that(input.rank() == 3, layer, "maps [height, width, channels] as input", input);
    return input;
  }

  /** {@return the channels of maps, or the features of vectors: the innermost extent} */
  static int channels(String layer, Shape input) {
    boolean fits = input.rank() == 1 || input.rank() == 3;
    Expect.that(fits, layer, "vectors [features] or maps [height, width, channels]", input);
    return input.dim(input.rank() - 1);
  }

  /** A batch as a matrix with one row for each element of a map, {@code [n·h·w, channels]}. */
  static Var rows(Var x) {
    int channels = x.shape().dim(x.shape().rank() - 1);
    int rows = x.shape().rows() * (x.shape().columns() / Math.max(1, channels));
    return x.shape().rank() == 2 ? x : x.reshape(Shape.of(rows, channels));
  }

  /** Rows as a batch of the given shape again. */
  static Var restore(Var rows, Shape batch) {
    return batch.rank() == 2 ? rows : rows.reshape(batch);
  }

  /** A row for each sample, [n, channels], repeated on each element of its maps. */
  static Var everywhere(Var perSample, Shape batch) {
    if (batch.rank() == 2) {
      return perSample;
    }
    Var one = perSample.reshape(Shape.of(batch.dim(0), 1, 1, perSample.shape().dim(1)));
    return one.upsample(batch.dim(1), batch.dim(2));
  }
}
