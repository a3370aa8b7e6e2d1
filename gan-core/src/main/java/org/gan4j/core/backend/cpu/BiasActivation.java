package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.Activation;

/** y ← activation(x + bias) on blocks of a matrix, where y may be x and the bias may be missing. */
final class BiasActivation {
  private final Activation activation;
  private final Mem x;
  private final Mem y;
  private final int columns;

  private final double[] bias;

  private final float[] singleBias;

  BiasActivation(Mem bias, Activation activation, Mem x, Mem y, int columns) {
    this.activation = activation;
    this.x = x;
    this.y = y;
    this.columns = columns;
    this.bias = bias == null || columns == 0 ? new double[0] : RowTiles.pattern(bias, columns);
    this.singleBias =
        switch (y.dtype()) {
          case FLOAT32 -> RowTiles.narrowed(this.bias);
          case FLOAT64 -> new float[0];
        };
  }

  void apply(Scratch s, int fromRow, int toRow, int fromColumn, int toColumn) {
    if (x.equals(y) && bias.length == 0 && activation.kind() == Activation.Kind.IDENTITY) {
      return;
    }
    RowTiles.forEach(
        columns,
        fromRow,
        toRow,
        fromColumn,
        toColumn,
        (start, length, column) -> {
          switch (y.dtype()) {
            case FLOAT32 -> singleTile(s, start, length, column);
            case FLOAT64 -> doubleTile(s, start, length, column);
          }
        });
  }

  private void singleTile(Scratch s, int start, int length, int column) {
    float[] t = s.load(0, x, start, length);
    if (singleBias.length > 0) {
      FloatMath.add(t, 0, singleBias, column, length);
    }
    FloatMath.activate(activation, t, length);
    Scratch.store(t, y, start, length);
  }

  private void doubleTile(Scratch s, int start, int length, int column) {
    double[] t = s.widen(0, x, start, length);
    if (bias.length > 0) {
      add(t, bias, column, length);
    }
    DoubleMath.activate(activation, t, length);
    s.narrow(0, y, start, length);
  }

  private static void add(double[] t, double[] bias, int column, int length) {
    for (int i = 0; i < length; i++) {
      t[i] += bias[column + i];
    }
  }
}
