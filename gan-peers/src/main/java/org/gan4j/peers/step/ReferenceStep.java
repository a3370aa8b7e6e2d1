package org.gan4j.peers.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A step in doubles and plain loops, which every library is compared with. */
final class ReferenceStep implements PeerStep {
  private final StepInputs inputs;
  private final ReferenceNetwork generator;
  private final ReferenceNetwork discriminator;
  private int steps;

  ReferenceStep(StepInputs inputs) {
    this.inputs = inputs;
    generator = new ReferenceNetwork(inputs.generator(), true);
    discriminator = new ReferenceNetwork(inputs.discriminator(), false);
  }

  @Override
  public StepLosses step() {
    StepBatch batch = inputs.batch(steps++);
    double[][] real = rows(batch.real(), inputs.features());
    return new StepLosses(
        discriminatorStep(real, rows(batch.discriminatorLatent(), inputs.latent())),
        generatorStep(rows(batch.generatorLatent(), inputs.latent())));
  }

  private double discriminatorStep(double[][] real, double[][] latent) {
    double[][] fake = last(generator.forward(latent));
    List<double[][]> onReal = discriminator.forward(real);
    List<double[][]> onFake = discriminator.forward(fake);
    discriminator.backward(onReal, gradient(last(onReal), -1));
    discriminator.backward(onFake, gradient(last(onFake), 1));
    discriminator.update(steps);
    return loss(last(onReal), -1) + loss(last(onFake), 1);
  }

  private double generatorStep(double[][] latent) {
    List<double[][]> generated = generator.forward(latent);
    List<double[][]> judged = discriminator.forward(last(generated));
    double[][] inputGradient = discriminator.backward(judged, gradient(last(judged), -1));
    discriminator.clear();
    generator.backward(generated, inputGradient);
    generator.update(steps);
    return loss(last(judged), -1);
  }

  /** The mean of softplus(sign · logit). */
  private static double loss(double[][] logits, int sign) {
    return IntStream.range(0, logits.length)
        .mapToDouble(r -> softplus(sign * logits[r][0]))
        .average()
        .orElseThrow();
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double[][] gradient(double[][] logits, int sign) {
    double[][] gradient = new double[logits.length][1];
    for (int r = 0; r < logits.length; r++) {
      gradient[r][0] = sign / (1 + Math.exp(-sign * logits[r][0])) / logits.length;
    }
    return gradient;
  }

  private static double[][] last(List<double[][]> activations) {
    return activations.get(activations.size() - 1);
  }

  private static double[][] rows(float[] values, int columns) {
    List<double[]> rows = new ArrayList<>();
    for (int start = 0; start < values.length; start += columns) {
      int from = start;
      rows.add(IntStream.range(0, columns).mapToDouble(i -> values[from + i]).toArray());
    }
    return rows.toArray(double[][]::new);
  }

  @Override
  public void close() {
    // Only arrays of Java.
  }
}
