package org.gan4j.nn;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;

/**
 * One application of a network: the tape, the mode, whether the parameters are learned from it, and
 * the randomness of its place in the network. Immutable.
 */
public final class Pass {
  /** What a network is applied for. */
  public enum Mode {
    /** Training: dropout drops, batch norm uses the batch. */
    TRAIN,
    /** Evaluation: deterministic, running statistics. */
    EVAL
  }

  private final Tape tape;
  private final Mode mode;
  private final boolean learning;
  private final Rng rng;
  private final String site;
  private final long step;
  private final Map<Parameter, Var> replaced;

  private Pass(
      Tape tape,
      Mode mode,
      boolean learning,
      Rng rng,
      String site,
      long step,
      Map<Parameter, Var> replaced) {
    this.replaced = replaced;
    this.tape = tape;
    this.mode = mode;
    this.learning = learning;
    this.rng = rng;
    this.site = site;
    this.step = step;
  }

  /**
   * Returns a training pass.
   *
   * @param tape where it is recorded
   * @param rng the network's randomness; its path is the network's name
   * @param site which application of the network this is within the step, such as {@code real}
   * @param step the count of updates of either network so far
   * @return a pass that uses the parameters
   */
  public static Pass train(Tape tape, Rng rng, String site, long step) {
    return new Pass(tape, Mode.TRAIN, true, rng, site, step, Map.of());
  }

  /**
   * Returns an evaluation pass.
   *
   * @param tape where it is computed
   * @return a pass without randomness whose parameters are constants
   */
  public static Pass eval(Tape tape) {
    return new Pass(tape, Mode.EVAL, false, Rng.ofSeed(0), "eval", 0, Map.of());
  }

  /** {@return the same pass with parameters and running statistics left as they are} */
  public Pass frozen() {
    return new Pass(tape, mode, false, rng, site, step, replaced);
  }

  /**
   * Returns another application of the same network in the same step.
   *
   * @param otherSite which application, such as {@code fake}
   * @return a pass whose draws are independent of this one's
   */
  public Pass at(String otherSite) {
    return new Pass(tape, mode, learning, rng, otherSite, step, replaced);
  }

  /**
   * Returns the same pass with other numbers in place of some parameters, so that a network can be
   * differentiated by anything that they are computed from. Those replaced already stay so.
   *
   * @param values what stands for a parameter, of its shape
   * @return a pass that uses them, frozen or not
   */
  public Pass replacing(Map<Parameter, Var> values) {
    Map<Parameter, Var> all = new HashMap<>(replaced);
    all.putAll(values);
    return new Pass(tape, mode, learning, rng, site, step, Map.copyOf(all));
  }

  /**
   * Returns the pass through a part.
   *
   * @param name the part's name in its parent
   * @return a pass whose path goes one level deeper
   */
  public Pass child(String name) {
    return new Pass(tape, mode, learning, rng.child(name), site, step, replaced);
  }

  /** {@return the tape} */
  public Tape tape() {
    return tape;
  }

  /** {@return the mode} */
  public Mode mode() {
    return mode;
  }

  /** {@return whether parameters are learned and running statistics updated from this pass} */
  public boolean learning() {
    return learning;
  }

  /**
   * Returns a parameter as this pass sees it.
   *
   * @param parameter the parameter
   * @return a variable to differentiate by, or a constant in a frozen pass
   */
  public Var use(Parameter parameter) {
    Var replacement = replaced.get(parameter);
    if (replacement != null) {
      return replacement;
    }
    return learning ? tape.use(parameter) : tape.constant(parameter.value());
  }

  /**
   * {@return draws that belong to this place, application and step alone; the stream's name is
   * path#site}
   */
  public RandomGenerator draws() {
    return rng.site(site).at(step);
  }
}
