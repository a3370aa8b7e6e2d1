package org.gan4j.peers.step;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A step with ND4J's arrays as its guide uses them: each operation returns a new array. */
final class Nd4jStep implements PeerStep {
  private final StepInputs inputs;
  private final int threads;
  private final Nd4jNetwork generator;
  private final Nd4jNetwork discriminator;
  private final INDArray real;
  private final INDArray fake;
  private int steps;

  Nd4jStep(StepInputs inputs, int threads) {
    this.inputs = inputs;
    this.threads = threads;
    generator = new Nd4jNetwork(inputs.generator(), true);
    discriminator = new Nd4jNetwork(inputs.discriminator(), false);
    real = Nd4j.ones(inputs.batch(), 1).negi();
    fake = Nd4j.ones(inputs.batch(), 1);
  }

  @Override
  public void prepare() {
    Nd4jThreads.use(threads);
  }

  @Override
  public StepLosses step() {
    StepBatch batch = inputs.batch(steps++);
    try (Temporaries arrays = new Temporaries()) {
      return new StepLosses(
          discriminatorStep(batch, arrays), generatorStep(batch.generatorLatent(), arrays));
    }
  }

  private double discriminatorStep(StepBatch batch, Temporaries arrays) {
    INDArray samples = rows(batch.real(), inputs.features(), arrays);
    INDArray latent = rows(batch.discriminatorLatent(), inputs.latent(), arrays);
    INDArray generated = generator.forward(latent, arrays).output();
    INDArray joined = arrays.of(Nd4j.concat(0, samples, generated));
    INDArray signs = arrays.of(Nd4j.concat(0, real, fake));
    Nd4jNetwork.Forward judged = discriminator.forward(joined, arrays);
    INDArray signed = arrays.of(judged.output().mul(signs));
    List<Nd4jNetwork.Gradient> gradients =
        discriminator.backward(judged, gradient(signed, signs, arrays), arrays);
    discriminator.update(gradients, steps - 1);
    return loss(signed, arrays);
  }

  private double generatorStep(float[] latentValues, Temporaries arrays) {
    INDArray latent = rows(latentValues, inputs.latent(), arrays);
    Nd4jNetwork.Forward generated = generator.forward(latent, arrays);
    Nd4jNetwork.Forward judged = discriminator.forward(generated.output(), arrays);
    INDArray signed = arrays.of(judged.output().mul(real));
    INDArray inputGradient =
        discriminator.inputGradient(judged, gradient(signed, real, arrays), arrays);
    List<Nd4jNetwork.Gradient> gradients = generator.backward(generated, inputGradient, arrays);
    generator.update(gradients, steps - 1);
    return loss(signed, arrays);
  }

  private INDArray rows(float[] values, int columns, Temporaries arrays) {
    return arrays.of(Nd4j.create(values, new long[] {inputs.batch(), columns}));
  }

  /** The mean over a batch of softplus(sign · logit), summed over the batches. */
  private double loss(INDArray signed, Temporaries arrays) {
    return arrays.of(Transforms.softPlus(signed)).sumNumber().doubleValue() / inputs.batch();
  }

  private INDArray gradient(INDArray signed, INDArray signs, Temporaries arrays) {
    INDArray sigmoid = arrays.of(Transforms.sigmoid(signed));
    return arrays.of(arrays.of(sigmoid.mul(signs)).div(inputs.batch()));
  }

  @Override
  public void close() {
    // ND4J frees its arrays when Java's garbage collector finds them.
  }
}
