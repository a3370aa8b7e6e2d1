package org.gan4j.train;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;

/**
 * A layer that records its inputs and outputs.
 *
 * @param inner the layer
 * @param seen its applications, in order
 */
record Watched(LayerSpec inner, List<Application> seen) implements LayerSpec {
  /**
   * One application of the layer.
   *
   * @param input row-major
   * @param output row-major
   */
  record Application(List<Float> input, List<Float> output) {}

  @Override
  public Shape outputShape(Shape input) {
    return inner.outputShape(input);
  }

  @Override
  public int samplesPerOutput() {
    return inner.samplesPerOutput();
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    Layer built = inner.build(input, init, backend);
    return new Layer() {
      @Override
      public Var forward(Var x, Pass pass) {
        Var y = built.forward(x, pass);
        seen.add(new Application(Runs.boxed(x.value()), Runs.boxed(y.value())));
        return y;
      }

      @Override
      public List<Parameter> parameters() {
        return built.parameters();
      }

      @Override
      public Map<String, State> buffers() {
        return built.buffers();
      }

      @Override
      public boolean couplesSamples() {
        return built.couplesSamples();
      }
    };
  }
}
