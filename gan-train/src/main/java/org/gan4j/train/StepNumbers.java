package org.gan4j.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/**
 * What the updates of one step measured. The numbers stay on the device, in states of their own,
 * until the step is over: one read then waits for the device, whatever the number of updates and
 * parameters.
 */
final class StepNumbers {
  private final Backend backend;
  private final Map<PlayerState, List<UpdateNumbers>> slots = new HashMap<>();
  private final List<UpdateNumbers> step = new ArrayList<>();

  StepNumbers(Backend backend) {
    this.backend = backend;
  }

  /** Measures an update of the discriminator, just made, while its tape is open. */
  void measure(PlayerState discriminator, DiscriminatorStep made) {
    UpdateNumbers slot = slot(discriminator, made.own());
    slot.keep(made.own());
    slot.keep(made.scores());
  }

  /** Measures an update of the generator, just made, while its tape is open. */
  void measure(PlayerState generator, LossGradients made) {
    slot(generator, made).keep(made);
  }

  /** Forgets the updates so far: a step begins. */
  void clear() {
    step.clear();
  }

  private UpdateNumbers slot(PlayerState player, LossGradients made) {
    List<UpdateNumbers> own = slots.computeIfAbsent(player, any -> new ArrayList<>());
    int used = (int) step.stream().filter(slot -> slot.player() == player).count();
    if (used == own.size()) {
      own.add(new UpdateNumbers(backend, player, made.loss()));
    }
    UpdateNumbers slot = own.get(used);
    step.add(slot);
    return slot;
  }

  /**
   * Reads the numbers of all updates since {@link #clear}.
   *
   * @param number the step's, from 1
   * @return those of the last update of each player
   * @throws DivergedException if a loss, gradient or parameter of any update is not finite; it
   *     names the first
   */
  StepReport report(long number) {
    List<Tensor> tensors = step.stream().flatMap(slot -> slot.tensors().stream()).toList();
    List<double[]> values = backend.toDoubles(tensors);
    Map<String, UpdateNumbers.Host> last = new HashMap<>();
    int from = 0;
    for (UpdateNumbers slot : step) {
      int to = from + slot.tensors().size();
      last.put(slot.player().name(), slot.read(values.subList(from, to), number));
      from = to;
    }
    UpdateNumbers.Host d = last.get("discriminator");
    UpdateNumbers.Host g = last.get("generator");
    return new StepReport(
        number, d.loss(), g.loss(), d.meanReal(), d.meanFake(), d.gradientNorm(), g.gradientNorm());
  }
}
