package org.gan4j.nn.optim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/**
 * An optimizer bound to parameters, with its mutable numbers. It runs the phases that {@link
 * Optimizer} lists.
 *
 * <p>It keeps no count. The trainer counts the updates and passes the number of each, so a run has
 * one count to save and to resume from.
 */
public final class Updater {
  private final UpdateRule.Bound rule;

  /** The innermost first. */
  private final List<Wrapper.Bound> wrappers;

  private final Optional<LookAhead> lookAhead;
  private final UpdaterStates states;
  private final long updates;

  private Updater(
      UpdateRule.Bound rule,
      List<Wrapper.Bound> wrappers,
      Optional<LookAhead> lookAhead,
      UpdaterStates states,
      long updates) {
    this.rule = rule;
    this.wrappers = wrappers;
    this.lookAhead = lookAhead;
    this.states = states;
    this.updates = updates;
  }

  /**
   * Binds an optimizer to parameters.
   *
   * @param optimizer the recipe
   * @param parameters what to update
   * @param backend where they live
   * @param updates how many updates the run takes, at least 1, which schedules may depend on
   * @return the updater, with fresh state
   * @throws IllegalArgumentException if the averages are not what the optimizer declares, or two
   *     states share a name
   */
  public static Updater of(
      Optimizer optimizer, List<Parameter> parameters, Backend backend, long updates) {
    Expect.count("updater", "update in the run", updates, 1);
    long counted = Math.min(updates, Long.MAX_VALUE / 2); // a look-ahead takes two steps
    List<Parameter> bound = List.copyOf(parameters);
    Deque<Wrapper.Bound> outermostLast = new ArrayDeque<>();
    Optimizer innermost = optimizer;
    while (innermost instanceof Wrapper wrapper) {
      outermostLast.addFirst(wrapper.bind(bound, backend));
      innermost = wrapper.inner();
    }
    UpdateRule.Bound rule = ((UpdateRule) innermost).bind(bound, backend);
    List<Wrapper.Bound> wrappers = List.copyOf(outermostLast);
    UpdaterStates states = UpdaterStates.of(rule, wrappers);
    states.requireAverages(optimizer.keepsAverages() ? bound : List.of());
    return new Updater(
        rule,
        wrappers,
        optimizer.looksAhead() ? Optional.of(new LookAhead(bound, backend)) : Optional.empty(),
        states,
        counted);
  }

  /**
   * Returns the name that a parameter's average has among the {@link #states}.
   *
   * @param parameter the parameter's name
   * @return the average's name
   */
  public static String averageName(String parameter) {
    return parameter + "/ema";
  }

  /**
   * Moves every parameter once, in place.
   *
   * @param gradients of the loss, on a tape that is still open
   * @param number which update this is, from 1
   * @throws IllegalArgumentException if the number is below 1
   * @throws IllegalStateException if the optimizer looks ahead and {@link #extrapolate} was not
   *     called before
   */
  public void update(Gradients gradients, long number) {
    Gradients transformed = transformed(gradients, number);
    lookAhead.ifPresent(LookAhead::goBack);
    int steps = lookAhead.isPresent() ? 2 : 1;
    step(transformed, number, new Progress(steps * number, steps * updates));
    wrappers.forEach(wrapper -> wrapper.average(number));
  }

  /** {@return whether each update requires a call of {@link #extrapolate} before it} */
  public boolean extrapolates() {
    return lookAhead.isPresent();
  }

  /**
   * Moves every parameter to where the update's gradient is to be taken; does nothing unless {@link
   * #extrapolates}.
   *
   * @param gradients of the loss at the current parameters, on a tape that is still open
   * @param number which update this is for, from 1
   * @throws IllegalArgumentException if the number is below 1
   * @throws IllegalStateException if the parameters are ahead already
   */
  public void extrapolate(Gradients gradients, long number) {
    if (lookAhead.isEmpty()) {
      return;
    }
    Gradients transformed = transformed(gradients, number);
    lookAhead.get().leave();
    step(transformed, number, new Progress(2 * number - 1, 2 * updates));
  }

  private Gradients transformed(Gradients gradients, long number) {
    Expect.atLeast("update", "a number", number, 1);
    Gradients transformed = gradients;
    for (int i = wrappers.size() - 1; i >= 0; i--) {
      transformed = wrappers.get(i).transform(transformed, number);
    }
    return transformed;
  }

  private void step(Gradients transformed, long number, Progress progress) {
    rule.step(transformed, progress);
    wrappers.forEach(wrapper -> wrapper.project(number));
  }

  /** {@return the mutable numbers by name, for checkpoints} */
  public Map<String, State> states() {
    return states.byName();
  }

  /** {@return averages of the parameters to evaluate with, or none; they are states too} */
  public Map<Parameter, State> averages() {
    return states.averages();
  }
}
