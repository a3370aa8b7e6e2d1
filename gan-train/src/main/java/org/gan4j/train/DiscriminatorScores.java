package org.gan4j.train;

import java.util.List;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * Scores of the discriminator's step: both halves in one pass through the network, or each in its
 * own if a layer couples the samples of a pass, so that neither half's statistics mix.
 */
final class DiscriminatorScores implements Scores {
  private final Var realInput;
  private final Var fakeInput;
  private final Var real;
  private final Var fake;
  private Gradients slopes;

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

  /** Fewer than samples where the discriminator packs; no pack may hold samples of both halves. */
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
    return InputGradients.rows(slopes().of(realInput), real.shape().rows());
  }

  @Override
  public Var fakeGradient() {
    return InputGradients.rows(slopes().of(fakeInput), fake.shape().rows());
  }

  /** One sweep for both halves: neither half's logits depend on the other's samples. */
  private Gradients slopes() {
    if (slopes == null) {
      Var total = real.sum().add(fake.sum());
      slopes = total.tape().gradient(total, List.of(realInput, fakeInput));
    }
    return slopes;
  }
}
