package org.gan4j.nn.optim;

import java.util.List;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;

/** A recipe for updates: an immutable record that stands in a run's config. */
public interface Optimizer {
  /**
   * Binds the recipe to parameters.
   *
   * @param parameters what to update
   * @param backend where they live
   * @return the updater, with fresh state
   */
  Updater bind(List<Parameter> parameters, Backend backend);
}
