package org.gan4j.peers.step;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;

/** A step with DJL's gradient collector and its Adam on PyTorch, which the class path brings. */
final class DjlStep implements PeerStep {
  private final StepInputs inputs;
  private final int threads;
  private final NDManager manager;
  private final DjlNetwork generator;
  private final DjlNetwork discriminator;
  private int steps;

  DjlStep(StepInputs inputs, int threads) {
    this.inputs = inputs;
    this.threads = threads;
    System.setProperty("ai.djl.offline", "true");
    manager = Engine.getEngine("PyTorch").newBaseManager();
    generator = new DjlNetwork(inputs.generator(), true, manager);
    discriminator = new DjlNetwork(inputs.discriminator(), false, manager);
  }

  @Override
  public void prepare() {
    JniUtils.setNumThreads(threads);
  }

  @Override
  public StepLosses step() {
    StepBatch batch = inputs.batch(steps++);
    try (NDManager arrays = manager.newSubManager()) {
      return new StepLosses(discriminatorStep(batch, arrays), generatorStep(batch, arrays));
    }
  }

  private double discriminatorStep(StepBatch batch, NDManager arrays) {
    NDArray real = rows(batch.real(), inputs.features(), arrays);
    NDArray fake = generator.forward(rows(batch.discriminatorLatent(), inputs.latent(), arrays));
    NDArray joined = NDArrays.concat(new NDList(real, fake));
    NDArray loss;
    try (GradientCollector gradients = collector()) {
      NDArray logits = discriminator.forward(joined);
      NDArray onReal = logits.get(new NDIndex("0:{}", inputs.batch()));
      NDArray onFake = logits.get(new NDIndex("{}:", inputs.batch()));
      loss = meanSoftPlus(onReal.neg()).add(meanSoftPlus(onFake));
      gradients.backward(loss);
    }
    discriminator.update();
    return loss.getFloat();
  }

  private double generatorStep(StepBatch batch, NDManager arrays) {
    discriminator.setRequiresGradient(false);
    NDArray loss;
    try (GradientCollector gradients = collector()) {
      NDArray fake = generator.forward(rows(batch.generatorLatent(), inputs.latent(), arrays));
      loss = meanSoftPlus(discriminator.forward(fake).neg());
      gradients.backward(loss);
    }
    discriminator.setRequiresGradient(true);
    generator.update();
    return loss.getFloat();
  }

  private GradientCollector collector() {
    return manager.getEngine().newGradientCollector();
  }

  private NDArray rows(float[] values, int columns, NDManager arrays) {
    return arrays.create(values, new Shape(inputs.batch(), columns));
  }

  private static NDArray meanSoftPlus(NDArray x) {
    return Activation.softPlus(x).mean();
  }

  @Override
  public void close() {
    manager.close();
  }
}
