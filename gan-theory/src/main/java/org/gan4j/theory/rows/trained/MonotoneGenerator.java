package org.gan4j.theory.rows.trained;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.divergence.Density;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * G(z) = b + cz + Σ hᵢ tanh(aᵢz + tᵢ) with three steps. c, hᵢ and aᵢ are softplus of parameters and
 * so positive: the map is increasing, and its density follows by change of variables.
 *
 * <p>The initial gains differ. Equal steps would stay nearly equal, and a single step gets no
 * closer to two modes than JSD = 5e-4.
 */
record MonotoneGenerator() implements ExplicitGenerator {
  private static final double[] GAINS = {1, 2.5, 6};
  private static final double HEIGHT = 0.2;
  private static final double SLOPE = 0.5;

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    int steps = GAINS.length;
    double[] gains = Arrays.stream(GAINS).map(MonotoneGenerator::inverseSoftplus).toArray();
    double[] heights = new double[steps];
    Arrays.fill(heights, inverseSoftplus(HEIGHT));
    return new Built(
        parameter(backend, init, "gains", Shape.of(steps, 1), gains),
        parameter(backend, init, "shifts", Shape.of(steps), new double[steps]),
        parameter(backend, init, "heights", Shape.of(1, steps), heights),
        parameter(backend, init, "slope", Shape.of(1, 1), inverseSoftplus(SLOPE)),
        parameter(backend, init, "bias", Shape.of(1), 0));
  }

  private static Parameter parameter(
      Backend backend, Rng init, String name, Shape shape, double... values) {
    return new Parameter(backend, init.stream(name).name(), shape, backend.dtype(), values);
  }

  private static double inverseSoftplus(double y) {
    return Math.log(Math.expm1(y));
  }

  /** {@return the current map of the network} */
  MonotoneMap map(Layer built) {
    List<double[]> values =
        built.parameters().stream().map(parameter -> parameter.value().toDoubles()).toList();
    return new MonotoneMap(
        positive(values.get(0)),
        values.get(1),
        positive(values.get(2)),
        positive(values.get(3))[0],
        values.get(4)[0]);
  }

  private static double[] positive(double[] raw) {
    return Arrays.stream(raw).map(Activation.SOFTPLUS::apply).toArray();
  }

  @Override
  public Density density(Layer built) {
    return new PushedNormal(map(built));
  }

  private record Built(
      Parameter gains, Parameter shifts, Parameter heights, Parameter slope, Parameter bias)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var steps = x.dense(pass.use(gains).softplus(), pass.use(shifts), Activation.TANH);
      Var sum = steps.dense(pass.use(heights).softplus(), pass.use(bias), Activation.IDENTITY);
      return sum.add(x.matmul(pass.use(slope).softplus()));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(gains, shifts, heights, slope, bias);
    }
  }
}
