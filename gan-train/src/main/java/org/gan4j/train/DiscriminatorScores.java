package org.gan4j.train;

import java.util.List;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * Scores of the discriminator's step. The real and the fake batch go through the network in one
 * pass, or in a pass each if a layer couples the samples of a pass, so that statistics do not mix.
 */
final class DiscriminatorScores implements Scores {
  private final Var realInput;
  private final Var fakeInput;
  private final Var real;
  private final Var fake;
  private Gradients inputGradients;

  DiscriminatorScores(Layer discriminator, Pass pass, Var realInput, Var fakeInput) {
    this.realInput = realInput;
    this.fakeInput = fakeInput;
    if (discriminator.couplesSamples()) {
      this.real = discriminator.forward(realInput, pass.at("real"));
      this.fake = discriminator.forward(fakeInput, pass.at("fake"));
    } else {
      Var both = Var.concatRows(realInput, fakeInput);
      Var logits = discriminator.forward(both, pass.at("both"));
      int reals = realLogits(logits);
      this.real = logits.rows(0, reals);
      this.fake = logits.rows(reals, logits.shape().rows());
    }
  }

  /** Fewer than the samples if the discriminator packs; no pack may mix real and fake samples. */
  private int realLogits(Var logits) {
    int reals = realInput.shape().rows();
    int samples = reals + fakeInput.shape().rows();
    long share = (long) logits.shape().rows() * reals;
    if (share % samples != 0) {
      throw new IllegalArgumentException(
          "discriminator: expected packs that divide "
              + reals
              + " real samples, got "
              + logits.shape().rows()
              + " logits of all "
              + samples
              + "; change the batch or the pack");
    }
    return (int) (share / samples);
  }

  @Override
  public Var real() {
    return real;
  }

  @Override
  public Var fake() {
    return fake;
  }

  @Override
  public Var realInput() {
    return realInput;
  }

  @Override
  public Var fakeInput() {
    return fakeInput;
  }

  @Override
  public Var realGradient() {
    return InputGradients.rows(inputGradients().of(realInput), real.shape().rows());
  }

  @Override
  public Var fakeGradient() {
    return InputGradients.rows(inputGradients().of(fakeInput), fake.shape().rows());
  }

  /** One sweep for both batches: the logits of one do not depend on the samples of the other. */
  private Gradients inputGradients() {
    if (inputGradients == null) {
      Var total = real.sum().add(fake.sum());
      inputGradients = total.tape().gradient(total, List.of(realInput, fakeInput));
    }
    return inputGradients;
  }
}
