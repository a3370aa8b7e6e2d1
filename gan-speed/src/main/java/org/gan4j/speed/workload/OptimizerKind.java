package org.gan4j.speed.workload;

import java.util.Locale;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.ClipNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Sgd;

/** Every optimizer; the wrappers are around Adam. */
@SuppressWarnings("ImmutableEnumChecker") // recipes are immutable records
public enum OptimizerKind {
  /** Gradient descent. */
  SGD(new Sgd(1e-3)),
  /** Gradient descent with momentum. */
  MOMENTUM(new Sgd(1e-3, 0.9, new Constant())),
  /** Adam. */
  ADAM(Shared.ADAM),
  /** Adam with decoupled weight decay. */
  ADAM_W(new AdamW(2e-4, 0.5, 0.999, 1e-2)),
  /** RMSProp. */
  RMS_PROP(new RmsProp(1e-3)),
  /** Optimistic Adam. */
  OPTIMISTIC_ADAM(new OptimisticAdam(2e-4, 0.5, 0.999)),
  /** Adam on clipped gradients. */
  CLIP_NORM(new ClipNorm(1, Shared.ADAM)),
  /** Adam with clipped weights. */
  CLIP_WEIGHTS(new ClipWeights(0.5, Shared.ADAM)),
  /** Adam with an average of the parameters. */
  EMA(new Ema(0.999, Shared.ADAM)),
  /** Adam with a step ahead before each step. */
  EXTRA_GRADIENT(new ExtraGradient(Shared.ADAM));

  private static final class Shared {
    static final Adam ADAM = new Adam(2e-4, 0.5, 0.999);
  }

  private final Optimizer optimizer;

  OptimizerKind(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /** {@return the name, such as {@code rms-prop}} */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
