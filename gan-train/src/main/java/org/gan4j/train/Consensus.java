package org.gan4j.train;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;

/**
 * Simultaneous updates with consensus regularisation: besides its own loss each player descends
 * γ·½‖v‖², with v = (∇_φ L_D, ∇_θ L_G) the gradients of both players at one point. This turns the
 * rotation around an equilibrium into a spiral towards it. For large γ every point with v = 0
 * attracts, whether it is an equilibrium or not.
 *
 * <p>L_D includes its penalties, so the stationary points of the game, v = 0, stay stationary. ‖v‖²
 * is computed on the step's batch, so the batch's noise is penalised too; each player's gradient
 * uses its own latent draws. Points that a penalty draws, such as those on the lines between real
 * and fake samples, are constants; R1 and R2 are differentiated by both players. Numbers that a
 * layer keeps between passes, such as the vectors of a spectral norm, are constants as well.
 *
 * <p>Needs second derivatives, and third ones with penalties on input gradients.
 *
 * @param gamma γ, above 0
 * @paper Mescheder, Nowozin and Geiger 2017, "The Numerics of GANs", arXiv:1705.10461, Section 4
 *     and Algorithm 2
 */
public record Consensus(double gamma) implements UpdateOrder {
  /**
   * Checks the factor.
   *
   * @param gamma γ, above 0
   */
  public Consensus {
    if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "consensus: expected a finite gamma above 0, got "
              + gamma
              + "; for updates without consensus use simultaneous");
    }
  }

  @Override
  public void step(Players players) {
    players.lookAhead(this::gradients);
    try (Tape tape = players.tape()) {
      players.update(gradients(players, tape));
    }
  }

  private StepGradients gradients(Players players, Tape tape) {
    DiscriminatorLoss discriminator = players.discriminatorLoss(tape);
    Var generator = players.generatorLoss(tape);
    Gradients both =
        gradients(
            discriminator.value(),
            players.discriminatorParameters(),
            generator,
            players.generatorParameters());
    return new StepGradients(
        new DiscriminatorStep(
            new LossGradients(discriminator.value(), both), discriminator.scores()),
        new LossGradients(generator, both));
  }

  @Override
  public boolean differentiatesBothPlayers() {
    return true;
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  /**
   * Returns what each player descends: ∇_φ(L_D + γ½‖v‖²) and ∇_θ(L_G + γ½‖v‖²).
   *
   * @param discriminatorLoss L_D, a function of both players' parameters
   * @param discriminator φ
   * @param generatorLoss L_G, a function of both, on the same tape
   * @param generator θ
   * @return the gradients with respect to φ and θ
   */
  Gradients gradients(
      Var discriminatorLoss,
      List<Parameter> discriminator,
      Var generatorLoss,
      List<Parameter> generator) {
    Var potential =
        potential(discriminatorLoss, discriminator).add(potential(generatorLoss, generator));
    List<Parameter> all = Stream.concat(discriminator.stream(), generator.stream()).toList();
    return potential.tape().backward(potential, all);
  }

  /**
   * γ½‖g‖² + ⟨x, g held constant⟩ for one player with gradient g in its own parameters x. Summed
   * over the players, the first part's gradient by all parameters is the regulariser's, and the
   * second's is v itself. So one sweep gives both, and no player descends the other's loss.
   */
  private Var potential(Var loss, List<Parameter> parameters) {
    Tape tape = loss.tape();
    List<Var> own = parameters.stream().map(tape::use).toList();
    Gradients field = tape.gradient(loss, own);
    Var total = tape.zeros(Shape.scalar(), loss.dtype());
    for (Var x : own) {
      Var g = field.of(x);
      total = total.add(g.square().sum().multiply(gamma / 2)).add(x.multiply(g.detach()).sum());
    }
    return total;
  }
}
