package org.gan4j.train;

import java.util.List;
import java.util.function.BiFunction;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;

/**
 * The two players of a game in training, as an {@link UpdateOrder} sees them.
 *
 * <p>Every loss is evaluated on the batch and the draws of the player's next update, so repeated
 * calls before that update give the same value.
 */
public final class Players {
  private final Backend backend;
  private final Objectives objectives;
  private final PlayerState generator;
  private final PlayerState discriminator;
  private final StepNumbers numbers;

  Players(
      Backend backend, Objectives objectives, PlayerState generator, PlayerState discriminator) {
    this.backend = backend;
    this.objectives = objectives;
    this.generator = generator;
    this.discriminator = discriminator;
    this.numbers = new StepNumbers(backend);
  }

  /** {@return a new tape, inside any that are open} */
  public Tape tape() {
    return Tape.on(backend);
  }

  /** {@return the discriminator's parameters} */
  public List<Parameter> discriminatorParameters() {
    return discriminator.parameters();
  }

  /** {@return the generator's parameters} */
  public List<Parameter> generatorParameters() {
    return generator.parameters();
  }

  /**
   * Evaluates the discriminator's loss, penalties included.
   *
   * @param tape records the operations
   * @return the loss
   */
  public DiscriminatorLoss discriminatorLoss(Tape tape) {
    return objectives.discriminatorLoss(tape);
  }

  /**
   * Evaluates the generator's loss.
   *
   * @param tape records the operations
   * @return the loss, a scalar in nats
   */
  public Var generatorLoss(Tape tape) {
    return objectives.generatorLoss(tape);
  }

  /**
   * Evaluates the discriminator's loss and differentiates it by the discriminator's parameters.
   *
   * @param tape records the operations
   * @return loss, gradients and logits
   */
  public DiscriminatorStep discriminatorStep(Tape tape) {
    DiscriminatorLoss loss = discriminatorLoss(tape);
    return new DiscriminatorStep(
        differentiated(loss.value(), discriminatorParameters()), loss.scores());
  }

  /**
   * Evaluates the generator's loss and differentiates it by the generator's parameters.
   *
   * @param tape records the operations
   * @return loss and gradients
   */
  public LossGradients generatorStep(Tape tape) {
    return differentiated(generatorLoss(tape), generatorParameters());
  }

  private static LossGradients differentiated(Var loss, List<Parameter> parameters) {
    return new LossGradients(loss, loss.tape().backward(loss, parameters));
  }

  /**
   * Moves each player whose optimizer looks ahead to the point at which its gradient is taken; both
   * start from the same point. Does nothing if no optimizer looks ahead.
   *
   * @param gradients computes both players' gradients at the current point, on the given tape
   */
  public void lookAhead(BiFunction<Players, Tape, StepGradients> gradients) {
    if (!looksAhead()) {
      return;
    }
    try (Tape tape = tape()) {
      StepGradients here = gradients.apply(this, tape);
      discriminator.lookAhead(here.discriminator().own().gradients());
      generator.lookAhead(here.generator().gradients());
    }
  }

  /** Whether an optimizer looks ahead. */
  boolean looksAhead() {
    return generator.updater().extrapolates() || discriminator.updater().extrapolates();
  }

  /**
   * Updates both players.
   *
   * @param gradients both players' gradients
   */
  public void update(StepGradients gradients) {
    updateDiscriminator(gradients.discriminator());
    updateGenerator(gradients.generator());
  }

  /**
   * Updates the discriminator.
   *
   * @param step its gradients
   */
  public void updateDiscriminator(DiscriminatorStep step) {
    discriminator.update(step.own().gradients());
    numbers.measure(discriminator, step);
  }

  /**
   * Updates the generator.
   *
   * @param step its gradients
   */
  public void updateGenerator(LossGradients step) {
    generator.update(step.gradients());
    numbers.measure(generator, step);
  }

  /** Discards what the updates of an interrupted step measured. */
  void begin() {
    numbers.clear();
  }

  /**
   * Reads what the updates of the step measured.
   *
   * @param step the step's number, from 1
   * @throws DivergedException if a loss, gradient or parameter is not finite
   */
  StepReport report(long step) {
    return numbers.report(step);
  }
}
