package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metrics of a few hundred points against NumPy and SciPy; metrics.py made the numbers. */
class NumpyAgreementTest {
  private static final int DIMENSIONS = 3;
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static JsonNode expected;

  /** Gives the fixture's normal draws in turn. */
  private static final class Recorded implements RandomGenerator {
    private final double[] normals = numbers("normals");
    private int next;

    @Override
    public double nextGaussian() {
      return normals[next++];
    }

    @Override
    public long nextLong() {
      throw new UnsupportedOperationException("recorded draws: expected normal draws only");
    }
  }

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = NumpyAgreementTest.class.getResourceAsStream("metrics.json")) {
      expected = new ObjectMapper().readTree(in);
    }
  }

  private static double[] numbers(String name) {
    return StreamSupport.stream(expected.required(name).spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  private static double number(String name) {
    return expected.required(name).doubleValue();
  }

  /** {@return a set of points, whose numbers are exact in single precision} */
  private static float[] points(String name) {
    double[] exact = numbers(name);
    float[] points = new float[exact.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = (float) exact[i];
    }
    return points;
  }

  @Test
  void slicedWasserstein() {
    Recorded draws = new Recorded();
    double distance =
        SlicedWasserstein.distance(
            points("real"), points("fake"), DIMENSIONS, (int) number("directions"), draws);
    assertThat(distance).isCloseTo(number("slicedWasserstein"), ROUNDING);
    assertThat(draws.next).isEqualTo(draws.normals.length);
  }

  @Test
  void mmd() {
    assertThat(Mmd.squared(points("real"), points("fake"), DIMENSIONS, numbers("bandwidths")))
        .isCloseTo(number("mmdSquared"), ROUNDING);
  }

  @Test
  void neighbours() {
    NeighbourMetrics found =
        NeighbourMetrics.of(points("real"), points("fake"), DIMENSIONS, (int) number("k"));
    assertThat(found.precision()).isCloseTo(number("precision"), ROUNDING);
    assertThat(found.recall()).isCloseTo(number("recall"), ROUNDING);
    assertThat(found.density()).isCloseTo(number("density"), ROUNDING);
    assertThat(found.coverage()).isCloseTo(number("coverage"), ROUNDING);
  }

  @Test
  void histograms() {
    assertThat(Histograms.kl(numbers("p"), numbers("q"))).isCloseTo(number("kl"), ROUNDING);
    assertThat(Histograms.jsd(numbers("p"), numbers("q"))).isCloseTo(number("jsd"), ROUNDING);
  }
}
