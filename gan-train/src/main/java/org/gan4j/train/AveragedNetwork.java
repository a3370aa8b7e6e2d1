package org.gan4j.train;

import java.util.Map;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.nn.Layer;

/**
 * A copy of a network that holds the averages of its parameters. Running statistics are copied as
 * they are.
 */
record AveragedNetwork(Layer live, Layer copy, Map<Parameter, State> averages, Backend backend) {
  /** {@return the copy, brought up to date} */
  Layer refreshed() {
    try (Tape tape = Tape.on(backend)) {
      for (int i = 0; i < live.parameters().size(); i++) {
        State average = averages.get(live.parameters().get(i));
        tape.backend().assign(copy.parameters().get(i).state(), average.read());
      }
      Map<String, State> buffers = copy.buffers();
      live.buffers().forEach((name, state) -> backend.assign(buffers.get(name), state.read()));
    }
    return copy;
  }
}
