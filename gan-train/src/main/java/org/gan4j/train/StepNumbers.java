package org.gan4j.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/**
 * What the updates of one step measured. The numbers stay on the device until the step is over; a
 * single read then waits for the device, whatever the number of updates and parameters.
 */
final class StepNumbers {
  private final Backend backend;
  private final Map<PlayerState, List<UpdateNumbers>> slots = new HashMap<>();
  private final List<UpdateNumbers> step = new ArrayList<>();

  StepNumbers(Backend backend) {
    this.backend = backend;
  }

  /** Measures an update of the discriminator while its tape is still open. */
  void measure(PlayerState discriminator, DiscriminatorStep update) {
    UpdateNumbers slot = slot(discriminator, update.own());
    slot.keep(update.own());
    slot.keep(update.scores());
  }

  /** Measures an update of the generator while its tape is still open. */
  void measure(PlayerState generator, LossGradients update) {
    slot(generator, update).keep(update);
  }

  /** Discards the updates so far, at the start of a step. */
  void clear() {
    step.clear();
  }

  private UpdateNumbers slot(PlayerState player, LossGradients update) {
    List<UpdateNumbers> own = slots.computeIfAbsent(player, any -> new ArrayList<>());
    int used = (int) step.stream().filter(slot -> slot.player() == player).count();
    if (used == own.size()) {
      own.add(new UpdateNumbers(backend, player, update.loss()));
    }
    UpdateNumbers slot = own.get(used);
    step.add(slot);
    return slot;
  }

  /**
   * Reads the numbers of all updates since {@link #clear}.
   *
   * @param number the step's number, from 1
   * @return the numbers of each player's last update
   * @throws DivergedException if a loss, gradient or parameter of any update is not finite; the
   *     exception names the first
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
