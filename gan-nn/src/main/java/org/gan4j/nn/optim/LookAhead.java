package org.gan4j.nn.optim;

import java.util.List;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;

/** Stores the parameters during a look-ahead; empty between updates. */
final class LookAhead {
  private final Backend backend;
  private final Slots starts;
  private boolean ahead;

  LookAhead(List<Parameter> parameters, Backend backend) {
    this.backend = backend;
    this.starts = new Slots("start", parameters, backend);
  }

  void leave() {
    require(!ahead, "an update after the look-ahead, got a second look-ahead");
    starts.forEach((parameter, start) -> backend.assign(start, parameter.value()));
    ahead = true;
  }

  void goBack() {
    require(ahead, "a look-ahead before the update, got none; call extrapolate first");
    starts.forEach((parameter, start) -> backend.assign(parameter.state(), start.read()));
    ahead = false;
  }

  private static void require(boolean condition, String expected) {
    if (!condition) {
      throw new IllegalStateException("extra-gradient: expected " + expected);
    }
  }
}
