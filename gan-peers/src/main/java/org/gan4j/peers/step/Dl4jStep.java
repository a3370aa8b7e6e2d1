package org.gan4j.peers.step;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A step with a DL4J network for each player, trained by external errors as its example does. */
final class Dl4jStep implements PeerStep {
  private final StepInputs inputs;
  private final int threads;
  private final MultiLayerNetwork generator;
  private final MultiLayerNetwork discriminator;
  private final INDArray signsOfReal;
  private final INDArray signsOfBoth;
  private int steps;

  Dl4jStep(StepInputs inputs, int threads) {
    this.inputs = inputs;
    this.threads = threads;
    generator = network(inputs.generator(), new ActivationTanH());
    discriminator = network(inputs.discriminator(), new ActivationIdentity());
    signsOfReal = Nd4j.ones(inputs.batch(), 1).negi();
    signsOfBoth = Nd4j.concat(0, signsOfReal, Nd4j.ones(inputs.batch(), 1));
  }

  private static MultiLayerNetwork network(List<DenseWeights> weights, IActivation last) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .updater(Nd4jLayer.settings())
            .miniBatch(false) // the error is of the mean already
            .list();
    for (int i = 0; i < weights.size(); i++) {
      DenseWeights layer = weights.get(i);
      boolean isLast = i == weights.size() - 1;
      layers.layer(
          new DenseLayer.Builder()
              .nIn(layer.inputs())
              .nOut(layer.outputs())
              .activation(isLast ? last : new ActivationLReLU(StepInputs.SLOPE))
              .build());
    }
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    for (int i = 0; i < weights.size(); i++) {
      network.setParam(i + "_W", Nd4jLayer.weight(weights.get(i)));
      network.setParam(i + "_b", Nd4jLayer.bias(weights.get(i)));
    }
    return network;
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
    INDArray fake = generator.output(rows(batch.discriminatorLatent(), inputs.latent()));
    INDArray joined = Nd4j.concat(0, rows(batch.real(), inputs.features()), fake);
    INDArray signed = forward(discriminator, joined).mul(signsOfBoth);
    Gradient gradient = discriminator.backpropGradient(error(signed, signsOfBoth), null).getFirst();
    update(discriminator, gradient);
    return loss(signed);
  }

  private double generatorStep(StepBatch batch) {
    INDArray fake = forward(generator, rows(batch.generatorLatent(), inputs.latent()));
    INDArray signed = forward(discriminator, fake).mul(signsOfReal);
    INDArray inputGradient =
        discriminator.backpropGradient(error(signed, signsOfReal), null).getSecond();
    update(generator, generator.backpropGradient(inputGradient, null).getFirst());
    return loss(signed);
  }

  private INDArray rows(float[] values, int columns) {
    return Nd4j.create(values, new long[] {inputs.batch(), columns});
  }

  /** Keeps the inputs of the layers, which the gradients need. */
  private static INDArray forward(MultiLayerNetwork network, INDArray input) {
    network.setInput(input);
    List<INDArray> activations = network.feedForward(true, false);
    return activations.get(activations.size() - 1);
  }

  private void update(MultiLayerNetwork network, Gradient gradient) {
    network
        .getUpdater()
        .update(network, gradient, steps - 1, 0, inputs.batch(), LayerWorkspaceMgr.noWorkspaces());
    network.params().subi(gradient.gradient());
  }

  private INDArray error(INDArray signed, INDArray signs) {
    return Transforms.sigmoid(signed).muli(signs).divi(inputs.batch());
  }

  /** The mean over a batch of softplus(sign · logit), summed over the batches. */
  private double loss(INDArray signed) {
    return Transforms.softPlus(signed).sumNumber().doubleValue() / inputs.batch();
  }

  @Override
  public void close() {
    // ND4J frees its arrays when Java's garbage collector finds them.
  }
}
