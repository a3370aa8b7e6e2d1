package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BinaryOp;

/** y ← activation(x + bias) on blocks of a matrix, where y may be x and the bias may be missing. */
final class BiasActivation {
  private final Mem bias;
  private final Activation activation;
  private final Mem x;
  private final Mem y;
  private final int columns;

  BiasActivation(Mem bias, Activation activation, Mem x, Mem y, int columns) {
    this.bias = bias;
    this.activation = activation;
    this.x = x;
    this.y = y;
    this.columns = columns;
  }

  void apply(Scratch s, int fromRow, int toRow, int fromColumn, int toColumn) {
    if (x.equals(y) && bias == null && activation.kind() == Activation.Kind.IDENTITY) {
      return;
    }
    ColumnPattern added = bias == null ? null : ColumnPattern.of(bias, fromColumn, toColumn);
    RowTiles.forEach(
        columns,
        fromRow,
        toRow,
        fromColumn,
        toColumn,
        (start, length, column) -> {
          switch (y.dtype()) {
            case FLOAT32 -> {
              float[] t = s.load(0, x, start, length);
              if (added != null) {
                FloatMath.binary(BinaryOp.ADD, t, added.floats(column), length);
              }
              FloatMath.activate(activation, t, length, s);
              Scratch.store(t, y, start, length);
            }
            case FLOAT64 -> {
              double[] t = s.widen(0, x, start, length);
              if (added != null) {
                DoubleMath.binary(BinaryOp.ADD, t, added.doubles(column), length);
              }
              DoubleMath.activate(activation, t, length);
              s.narrow(0, y, start, length);
            }
          }
        });
  }
}
