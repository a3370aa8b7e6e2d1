package org.gan4j.train;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;

/**
 * Consensus regularisation: besides its own objective each player descends γ·½‖v‖², with v = (∇_φ
 * L_D, ∇_θ L_G) the gradients of both at one point. The rotation about an equilibrium so becomes a
 * spiral towards it; for large γ every point with v = 0 attracts, an equilibrium or not.
 *
 * <p>L_D has its penalties in it, so that the rest points of the game, v = 0, stay rest points.
 * γ‖v‖² is of the step's batch, whose noise it punishes too; each player's gradient is of its own
 * latent draws. Where a penalty looks at given points, as on the lines between the halves, those do
 * not move with θ; R1 and R2 are differentiated by both players. Numbers that passes keep, such as
 * the vectors of a spectral norm, are given too.
 *
 * <p>Second derivatives are taken, third ones with penalties on slopes. Updates are simultaneous.
 *
 * @param gamma γ, at least 0; 0 is plain simultaneous descent
 * @paper Mescheder, Nowozin and Geiger 2017, "The Numerics of GANs", arXiv:1705.10461, Section 4
 *     and Algorithm 2
 */
public record Consensus(double gamma) {
  /** No regularisation. */
  public static final Consensus NONE = new Consensus(0);

  /**
   * Checks the factor.
   *
   * @param gamma γ, at least 0; 0 is plain simultaneous descent
   */
  public Consensus {
    if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "consensus: expected a finite gamma of at least 0, got " + gamma);
    }
  }

  /** {@return whether γ is above 0} */
  boolean regularises() {
    return gamma > 0;
  }

  /**
   * Returns what each player descends: ∇_φ(L_D + γ½‖v‖²) and ∇_θ(L_G + γ½‖v‖²).
   *
   * @param judging L_D, a function of both players' parameters
   * @param judge φ
   * @param generating L_G, a function of both, on the same tape
   * @param generator θ
   * @return one set of gradients with those by φ and by θ
   */
  Gradients gradients(
      Var judging, List<Parameter> judge, Var generating, List<Parameter> generator) {
    return judging.tape().backward(potential(judging, judge).add(potential(generating, generator)));
  }

  /**
   * γ½‖g‖² + ⟨x, g as given numbers⟩ for one player with gradient g in its own parameters x. Summed
   * over the players, the first part's gradient by all parameters is the regulariser's, and the
   * second's is v itself: one sweep gives both, and no player descends the other's loss.
   */
  private Var potential(Var objective, List<Parameter> parameters) {
    Tape tape = objective.tape();
    List<Var> own = parameters.stream().map(tape::use).toList();
    Gradients field = tape.gradient(objective, own);
    Var total = tape.zeros(Shape.scalar(), objective.dtype());
    for (Var x : own) {
      Var g = field.of(x);
      total = total.add(g.square().sum().multiply(gamma / 2)).add(x.multiply(g.detach()).sum());
    }
    return total;
  }
}
