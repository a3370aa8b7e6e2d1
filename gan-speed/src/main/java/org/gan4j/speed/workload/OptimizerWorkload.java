package org.gan4j.speed.workload;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.Scope;
import org.gan4j.nn.optim.Updater;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;

/**
 * An update of a parameter [512, 1024], with the gradient of its product with a constant, which is
 * the constant.
 *
 * @param optimizer the optimizer
 */
public record OptimizerWorkload(OptimizerKind optimizer) implements Workload {
  private static final Shape SHAPE = Shape.of(512, 1024);

  @Override
  public String name() {
    return "optimizer/" + optimizer.id() + "-512x1024";
  }

  @Override
  public Kind kind() {
    return Kind.OPTIMIZER;
  }

  /** The bytes of every operation, counted on {@code cpu}; they are the same on every backend. */
  @Override
  public Cost cost(DType dtype) {
    try (Backend backend = Backends.open("cpu", new BackendOptions(1, dtype));
        Scope scope = backend.openScope()) {
      CountingBackend counting = CountingBackend.of(backend);
      Task task = open(counting.counted());
      double before = counting.cost().bytes();
      task.run();
      scope.check();
      return new Cost(0, counting.cost().bytes() - before);
    }
  }

  @Override
  public Task open(Backend backend) {
    Parameter parameter =
        new Parameter(backend, "p", SHAPE, backend.dtype(), Operands.values("p", SHAPE));
    Tensor direction = Operands.tensor(backend, "direction", SHAPE);
    Updater updater =
        Updater.of(optimizer.optimizer(), List.of(parameter), backend, Long.MAX_VALUE);
    return new OperationTask(
        backend, List.of(direction), new Updates(updater, parameter, direction));
  }

  /** Counts the updates. */
  private static final class Updates implements Operation {
    private final Updater updater;
    private final Parameter parameter;
    private final Tensor direction;
    private long number;

    Updates(Updater updater, Parameter parameter, Tensor direction) {
      this.updater = updater;
      this.parameter = parameter;
      this.direction = direction;
    }

    @Override
    public List<Tensor> on(Tape tape) {
      number++;
      if (updater.extrapolates()) {
        try (Tape ahead = Tape.on(tape.backend())) {
          updater.extrapolate(gradients(ahead), number);
        }
      }
      updater.update(gradients(tape), number);
      return List.of(parameter.value());
    }

    private Gradients gradients(Tape tape) {
      return tape.backward(tape.use(parameter).multiply(tape.constant(direction)).sum());
    }
  }
}
