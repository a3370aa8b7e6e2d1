package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.random.Rng;
import org.gan4j.data.Dataset;
import org.junit.jupiter.api.Test;

class TwoMoonsTest {
  /** Without noise every point is on one of the half circles, whose centre of mass is (½, ¼). */
  @Test
  void pointsLieOnTheMoons() {
    Dataset points = new TwoMoons(1e-9).toDataset(4000, Rng.ofSeed(1).stream("moons"));
    float[] point = new float[2];
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.size(); i++) {
      points.copy(i, point, 0);
      double upper = Math.hypot(point[0], point[1]);
      double lower = Math.hypot(point[0] - 1, point[1] - 0.5);
      assertThat(Math.min(Math.abs(upper - 1), Math.abs(lower - 1))).isLessThan(1e-6);
      x += point[0] / points.size();
      y += point[1] / points.size();
    }
    assertThat(x).isCloseTo(0.5, within(0.05));
    assertThat(y).isCloseTo(0.25, within(0.05));
  }
}
