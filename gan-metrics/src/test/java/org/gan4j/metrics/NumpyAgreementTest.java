package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.gan4j.core.random.Rng;
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
  void frechet() {
    assertThat(FrechetDistance.between(points("real"), points("fake"), DIMENSIONS))
        .isCloseTo(number("frechet"), ROUNDING);
  }

  /** Twelve dimensions, variances over four orders of magnitude. */
  @Test
  void frechetOfCorrelatedGaussians() {
    double[] means = numbers("means");
    double[] covariances = numbers("covariances");
    assertThat(gaussian(0, means, covariances).frechetDistance(gaussian(1, means, covariances)))
        .isCloseTo(number("frechetOfCovariances"), within(1e-9));
  }

  private static FittedGaussian gaussian(int index, double[] means, double[] covariances) {
    int d = means.length / 2;
    double[][] covariance = new double[d][];
    for (int row = 0; row < d; row++) {
      int from = (index * d + row) * d;
      covariance[row] = Arrays.copyOfRange(covariances, from, from + d);
    }
    return FittedGaussian.of(Arrays.copyOfRange(means, index * d, (index + 1) * d), covariance);
  }

  /** Every subset is a whole set in another order, so the estimates differ by rounding only. */
  @Test
  void kernelDistance() {
    float[] fake = points("fake");
    float[] real = Arrays.copyOf(points("real"), fake.length);
    KernelDistance distance =
        KernelDistance.between(
            real, fake, DIMENSIONS, 3, fake.length / DIMENSIONS, Rng.ofSeed(1).stream("subsets"));
    assertThat(distance.squared()).isCloseTo(number("kernelDistance"), ROUNDING);
    assertThat(distance.standardError()).isCloseTo(0, ROUNDING);
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
