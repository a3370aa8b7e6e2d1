package org.gan4j.nn.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.State;

/**
 * The mutable numbers of an updater, collected from its rule and its wrappers so that none is lost.
 *
 * @param byName all of them
 * @param averages those to evaluate with, which are in byName too
 */
record UpdaterStates(Map<String, State> byName, Map<Parameter, State> averages) {
  UpdaterStates {
    byName = Collections.unmodifiableMap(byName);
    averages = Collections.unmodifiableMap(averages);
  }

  static UpdaterStates of(UpdateRule.Bound rule, List<Wrapper.Bound> wrappers) {
    Map<String, State> byName = new LinkedHashMap<>(rule.states());
    Map<Parameter, State> averages = new LinkedHashMap<>();
    for (Wrapper.Bound wrapper : wrappers) {
      wrapper.states().forEach((name, state) -> add(byName, name, state));
      wrapper
          .averages()
          .forEach((p, average) -> add(byName, Updater.averageName(p.name()), average));
      averages.putAll(wrapper.averages());
    }
    return new UpdaterStates(byName, averages);
  }

  private static void add(Map<String, State> states, String name, State state) {
    if (states.putIfAbsent(name, state) != null) {
      throw Expect.failure("optimizer", "one state of each name", "two named " + name);
    }
  }

  /** Checks that there is one average for each of these, and no other. */
  void requireAverages(List<Parameter> averaged) {
    if (!averages.keySet().equals(Set.copyOf(averaged))) {
      throw Expect.failure(
          "optimizer",
          "averages of " + averaged.size() + " parameters, as keepsAverages() declares",
          "averages of " + averages.size());
    }
  }
}
