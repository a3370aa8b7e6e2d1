package org.gan4j.peers.step;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.SoftPlus;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A step with ND4J's arrays at their fastest: every result is in an array allocated once. */
final class Nd4jReusedStep implements PeerStep {
  private final StepInputs inputs;
  private final int threads;
  private final Nd4jReusedPass generator;
  private final Nd4jReusedPass discriminatorOnBoth;
  private final Nd4jReusedPass discriminatorOnFake;
  private final INDArray latent;
  private final INDArray joined;
  private final INDArray fakeRows;
  private final Loss lossOnBoth;
  private final Loss lossOnFake;
  private int steps;

  Nd4jReusedStep(StepInputs inputs, int threads) {
    this.inputs = inputs;
    this.threads = threads;
    int batch = inputs.batch();
    List<Nd4jLayer> discriminator = Nd4jLayer.of(inputs.discriminator());
    generator = new Nd4jReusedPass(Nd4jLayer.of(inputs.generator()), batch, true);
    discriminatorOnBoth = new Nd4jReusedPass(discriminator, 2L * batch, false);
    discriminatorOnFake = new Nd4jReusedPass(discriminator, batch, false);
    latent = rows(batch, inputs.latent());
    joined = rows(2 * batch, inputs.features());
    fakeRows = joined.get(NDArrayIndex.interval(batch, 2L * batch), NDArrayIndex.all());
    INDArray real = Nd4j.ones(batch, 1).negi();
    lossOnBoth = new Loss(Nd4j.concat(0, real, Nd4j.ones(batch, 1)), batch);
    lossOnFake = new Loss(real, batch);
  }

  /** In row-major order, as a batch comes. */
  private static INDArray rows(int rows, int columns) {
    return Nd4j.createUninitialized(DataType.FLOAT, rows, columns);
  }

  @Override
  public void prepare() {
    Nd4jThreads.use(threads);
  }

  @Override
  public StepLosses step() {
    StepBatch batch = inputs.batch(steps++);
    return new StepLosses(discriminatorStep(batch), generatorStep(batch));
  }

  private double discriminatorStep(StepBatch batch) {
    put(batch.real(), joined);
    put(batch.discriminatorLatent(), latent);
    fakeRows.assign(generator.forward(latent));
    double loss = lossOnBoth.of(discriminatorOnBoth.forward(joined));
    discriminatorOnBoth.backward(lossOnBoth.gradient());
    discriminatorOnBoth.update(steps - 1);
    return loss;
  }

  private double generatorStep(StepBatch batch) {
    put(batch.generatorLatent(), latent);
    double loss = lossOnFake.of(discriminatorOnFake.forward(generator.forward(latent)));
    generator.backward(discriminatorOnFake.inputGradient(lossOnFake.gradient()));
    generator.update(steps - 1);
    return loss;
  }

  /** Copies values to the start of an array. */
  private static void put(float[] values, INDArray array) {
    new FloatPointer(array.data().addressPointer()).put(values);
  }

  /** The mean over a batch of softplus(sign · logit), summed over the batches. */
  private static final class Loss {
    private final INDArray signs;
    private final int batch;
    private final INDArray signed;
    private final INDArray values;

    Loss(INDArray signs, int batch) {
      this.signs = signs;
      this.batch = batch;
      signed = Nd4jReusedPass.array(signs.rows(), 1);
      values = Nd4jReusedPass.array(signs.rows(), 1);
    }

    double of(INDArray logits) {
      logits.muli(signs, signed);
      Nd4j.getExecutioner().exec(new SoftPlus(signed, values));
      return values.sumNumber().doubleValue() / batch;
    }

    /** The gradient at the logits that the loss was computed for last. */
    INDArray gradient() {
      Nd4j.getExecutioner().exec(new Sigmoid(signed, values));
      return values.muli(signs).divi(batch);
    }
  }

  @Override
  public void close() {
    // ND4J frees its arrays when Java's garbage collector finds them.
  }
}
