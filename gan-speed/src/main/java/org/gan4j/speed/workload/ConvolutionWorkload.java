package org.gan4j.speed.workload;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Window;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;

/**
 * A convolution, or one of its adjoints. On {@code cpu}, FLOAT32 goes through oneDNN where its
 * library is there, and FLOAT64 through patches.
 *
 * @param shape its maps and window
 * @param pass what to compute
 */
public record ConvolutionWorkload(MapShape shape, Pass pass) implements Workload {
  /** What to compute. */
  public enum Pass {
    /** The convolution, with bias and leaky ReLU. */
    FORWARD,
    /** The adjoint by the maps: a transposed convolution. */
    BY_MAPS,
    /** The adjoint by the weights. */
    BY_WEIGHTS
  }

  @Override
  public String name() {
    return lower("conv/" + shape + "-" + pass);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Kind kind() {
    return Kind.CONVOLUTION;
  }

  @Override
  public Cost cost(DType dtype) {
    return new Cost(shape.flop(), (double) shape.elements() * dtype.bytes());
  }

  @Override
  public Task open(Backend backend) {
    Tensor weights = Operands.tensor(backend, "weights", shape.weights());
    Window window = shape.window();
    return switch (pass) {
      case FORWARD -> {
        Tensor maps = Operands.tensor(backend, "maps", shape.maps());
        Tensor bias = Operands.tensor(backend, "bias", shape.bias());
        Activation leaky = Activation.leakyRelu(0.2);
        yield new OperationTask(
            backend,
            List.of(maps, weights, bias),
            tape -> List.of(backend.conv2d(maps, weights, bias, window, leaky)));
      }
      case BY_MAPS -> {
        Tensor results = Operands.tensor(backend, "results", shape.results());
        yield new OperationTask(
            backend, List.of(results, weights), tape -> List.of(byMaps(backend, results, weights)));
      }
      case BY_WEIGHTS -> {
        Tensor maps = Operands.tensor(backend, "maps", shape.maps());
        Tensor results = Operands.tensor(backend, "results", shape.results());
        yield new OperationTask(
            backend,
            List.of(maps, results),
            tape -> List.of(backend.conv2dWeights(maps, results, window)));
      }
    };
  }

  private Tensor byMaps(Backend backend, Tensor results, Tensor weights) {
    int size = shape.size();
    return backend.convTranspose2d(
        results, weights, null, shape.window(), size, size, Activation.IDENTITY);
  }
}
