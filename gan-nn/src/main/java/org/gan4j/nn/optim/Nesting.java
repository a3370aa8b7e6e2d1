package org.gan4j.nn.optim;

/** How optimizers are nested, for messages. */
final class Nesting {
  private Nesting() {}

  /** {@return the recipes' names from the outside in, such as ClipNorm(Ema(Sgd))} */
  static String of(Optimizer optimizer) {
    String name = optimizer.getClass().getSimpleName();
    return optimizer instanceof Wrapper wrapper ? name + "(" + of(wrapper.inner()) + ")" : name;
  }
}
