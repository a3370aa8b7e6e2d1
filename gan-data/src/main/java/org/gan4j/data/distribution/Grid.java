package org.gan4j.data.distribution;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * Modes on a square lattice centred on the origin; side 5 and spacing 2 give {−4, −2, 0, 2, 4}².
 *
 * @param side modes along each axis, side² in total
 * @param spacing the distance between neighbours
 * @param sd the standard deviation of each mode along each axis
 * @paper Lin, Khetan, Fanti and Oh 2018, arXiv:1712.04086, section 4.1: side 5, spacing 2, sd 0.05
 */
public record Grid(int side, double spacing, double sd) implements MultiModal {
  /** The largest side whose square is an int. */
  private static final int MAX_SIDE = 46_340;

  /**
   * Checks the ranges.
   *
   * @param side from 1 to 46 340
   * @param spacing finite and above 0
   * @param sd finite and above 0
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Grid {
    Expect.that(side >= 1 && side <= MAX_SIDE, "Grid.side", "from 1 to " + MAX_SIDE, side);
    Expect.positive("Grid.spacing", "a finite number", spacing);
    Expect.positive("Grid.sd", "a finite number", sd);
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(2);
  }

  @Override
  public int modes() {
    return side * side;
  }

  @Override
  public void centre(int mode, double[] destination) {
    destination[0] = coordinate(mode / side);
    destination[1] = coordinate(mode % side);
  }

  private double coordinate(int step) {
    return (step - 0.5 * (side - 1)) * spacing;
  }
}
