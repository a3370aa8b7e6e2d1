package org.gan4j.train;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * Scores of the generator's step. The real batch is evaluated only if the loss asks for it. In a
 * simultaneous step both players have the same count of updates, so the sites differ from those of
 * {@link DiscriminatorScores}; otherwise a dropout would draw the same mask for both.
 */
final class GeneratorScores implements Scores {
  private final Layer discriminator;
  private final Pass pass;
  private final Var realInput;
  private final Var fakeInput;
  private Var real;
  private DiscriminatorOutput fake;

  GeneratorScores(Layer discriminator, Pass pass, Var realInput, Var fakeInput) {
    this.discriminator = discriminator;
    this.pass = pass;
    this.realInput = realInput;
    this.fakeInput = fakeInput;
  }

  @Override
  public Var real() {
    if (real == null) {
      real =
          DiscriminatorOutput.of(discriminator, realInput, pass.at("real, generator step"))
              .logits();
    }
    return real;
  }

  @Override
  public Var fake() {
    return fakeOutput().logits();
  }

  private DiscriminatorOutput fakeOutput() {
    if (fake == null) {
      fake = DiscriminatorOutput.of(discriminator, fakeInput, pass.at("fake, generator step"));
    }
    return fake;
  }

  /** What the auxiliary head makes of the fake samples; empty if there is none. */
  Optional<Var> crossEntropy(Var labels) {
    return fakeOutput().crossEntropy(labels);
  }

  @Override
  public Var realInput() {
    return realInput;
  }

  @Override
  public Var fakeInput() {
    return fakeInput;
  }
}
