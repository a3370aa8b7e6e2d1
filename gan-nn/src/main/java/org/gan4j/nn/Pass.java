package org.gan4j.nn;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;

/**
 * One application of a network: the tape, the mode, whether the parameters are trained, and the
 * randomness at the current place in the network. Immutable.
 */
public final class Pass {
  /** The purpose of a pass. */
  public enum Mode {
    /** Training: dropout is active, batch norm uses the batch's statistics. */
    TRAIN,
    /** Evaluation: deterministic, batch norm uses the running statistics. */
    EVAL
  }

  private final Tape tape;
  private final Mode mode;
  private final boolean learning;
  private final Rng rng;
  private final String site;
  private final long step;
  private final Map<Parameter, Var> replaced;
  private final Var labels;

  private Pass(
      Tape tape,
      Mode mode,
      boolean learning,
      Rng rng,
      String site,
      long step,
      Map<Parameter, Var> replaced,
      Var labels) {
    this.replaced = replaced;
    this.labels = labels;
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
   * @param tape what records it
   * @param rng the network's randomness; its path is the network's name
   * @param site which application of the network this is within the step, such as {@code real}
   * @param step how many updates both networks have had so far, together
   * @return a pass that trains the parameters
   */
  public static Pass train(Tape tape, Rng rng, String site, long step) {
    return new Pass(tape, Mode.TRAIN, true, rng, site, step, Map.of(), null);
  }

  /**
   * Returns an evaluation pass.
   *
   * @param tape what it is computed on
   * @return a deterministic pass in which parameters are constants
   */
  public static Pass eval(Tape tape) {
    return new Pass(tape, Mode.EVAL, false, Rng.ofSeed(0), "eval", 0, Map.of(), null);
  }

  /**
   * {@return the same pass, but its parameters are constants and running statistics stay as they
   * are}
   */
  public Pass frozen() {
    return new Pass(tape, mode, false, rng, site, step, replaced, labels);
  }

  /**
   * Returns another application of the same network in the same step.
   *
   * @param otherSite which application, such as {@code fake}
   * @return a pass whose draws are independent of this one's
   */
  public Pass at(String otherSite) {
    return new Pass(tape, mode, learning, rng, otherSite, step, replaced, labels);
  }

  /**
   * Returns the same pass with other values in place of some parameters, so that a network can be
   * differentiated with respect to whatever they are computed from. Earlier replacements remain.
   *
   * @param values the replacements, each of its parameter's shape
   * @return a pass that uses them, even if it is frozen
   */
  public Pass replacing(Map<Parameter, Var> values) {
    Map<Parameter, Var> all = new HashMap<>(replaced);
    all.putAll(values);
    return new Pass(tape, mode, learning, rng, site, step, Map.copyOf(all), labels);
  }

  /**
   * Returns the same pass with labels for its samples, which conditional layers use.
   *
   * @shape [n, classes], one row per sample: 1 at its class and 0 elsewhere
   * @param oneHot the labels
   * @return a pass that carries them
   */
  public Pass labelled(Var oneHot) {
    return new Pass(tape, mode, learning, rng, site, step, replaced, oneHot);
  }

  /**
   * Returns the labels of the samples.
   *
   * @shape [n, classes], one row per sample
   * @param classes the number of classes that the layer was built for
   * @return 1 at each sample's class and 0 elsewhere
   * @throws IllegalArgumentException if the pass has no labels, or labels of another number of
   *     classes
   */
  public Var labels(int classes) {
    if (labels == null || labels.shape().dim(1) != classes) {
      throw Expect.failure(
          "pass",
          "labels of " + classes + " classes for a conditional layer",
          labels == null ? "none" : "labels of " + labels.shape().dim(1) + " classes",
          "give them with Pass.labelled");
    }
    return labels;
  }

  /**
   * Returns the pass for a part of the network.
   *
   * @param name the part's name within its parent
   * @return a pass whose path is one level deeper
   */
  public Pass child(String name) {
    return new Pass(tape, mode, learning, rng.child(name), site, step, replaced, labels);
  }

  /** {@return the tape} */
  public Tape tape() {
    return tape;
  }

  /** {@return the mode} */
  public Mode mode() {
    return mode;
  }

  /** {@return whether this pass trains the parameters and updates running statistics} */
  public boolean learning() {
    return learning;
  }

  /**
   * Returns a parameter as this pass sees it.
   *
   * @param parameter the parameter
   * @return a variable that gradients are computed for, or a constant in a frozen pass
   */
  public Var use(Parameter parameter) {
    Var replacement = replaced.get(parameter);
    if (replacement != null) {
      return replacement;
    }
    return learning ? tape.use(parameter) : tape.constant(parameter.value());
  }

  /**
   * {@return draws for this place, application and step, independent of all others; the stream is
   * named path#site}
   */
  public RandomGenerator draws() {
    return rng.site(site).at(step);
  }
}
