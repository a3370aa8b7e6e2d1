package org.gan4j.train;

import java.util.List;
import java.util.Optional;
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
  private final DiscriminatorOutput real;
  private final DiscriminatorOutput fake;
  private Gradients inputGradients;

  /**
   * Evaluates the discriminator.
   *
   * @param labels of the real samples, which are those of the fake ones too; empty without labels
   */
  DiscriminatorScores(
      Layer discriminator, Pass pass, Var realInput, Var fakeInput, Optional<Var> labels) {
    this.realInput = realInput;
    this.fakeInput = fakeInput;
    if (discriminator.couplesSamples()) {
      Pass labelled = labels.map(pass::labelled).orElse(pass);
      this.real = DiscriminatorOutput.of(discriminator, realInput, labelled.at("real"));
      this.fake = DiscriminatorOutput.of(discriminator, fakeInput, labelled.at("fake"));
    } else {
      Pass labelled = labels.map(l -> pass.labelled(Var.concatRows(l, l))).orElse(pass);
      Var both = Var.concatRows(realInput, fakeInput);
      DiscriminatorOutput output = DiscriminatorOutput.of(discriminator, both, labelled.at("both"));
      int reals = realLogits(output.logits());
      this.real = output.rows(0, reals);
      this.fake = output.rows(reals, output.logits().shape().rows());
    }
  }

  /** The auxiliary head's cross-entropy; empty if there is no head. */
  Optional<Var> crossEntropy(Var labels, boolean ofFakeToo) {
    Optional<Var> ofReal = real.crossEntropy(labels);
    return ofFakeToo ? ofReal.flatMap(r -> fake.crossEntropy(labels).map(r::add)) : ofReal;
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
    return real.logits();
  }

  @Override
  public Var fake() {
    return fake.logits();
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
    return InputGradients.rows(inputGradients().of(realInput), real().shape().rows());
  }

  @Override
  public Var fakeGradient() {
    return InputGradients.rows(inputGradients().of(fakeInput), fake().shape().rows());
  }

  /** One sweep for both batches: the logits of one do not depend on the samples of the other. */
  private Gradients inputGradients() {
    if (inputGradients == null) {
      Var total = real().sum().add(fake().sum());
      inputGradients = total.tape().gradient(total, List.of(realInput, fakeInput));
    }
    return inputGradients;
  }
}
