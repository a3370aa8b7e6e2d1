package com.example;

import java.util.Locale;
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
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * x + branch(x).
 *
 * @param branch a network whose output has the shape of its input
 */
public record ResidualBlock(LayerSpec branch) implements LayerSpec {
  @Override
  public Shape outputShape(Shape input) {
    Shape output = branch.outputShape(input);
    if (!output.equals(input)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "residual block: expected a branch from %s to %s, got one to %s; change its last layer", input, input, output));
    }
    return output;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Built(branch.build(input, init.child("branch"), backend));
  }

  private record Built(Layer branch) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return x.add(branch.forward(x, pass.child("branch")));
    }

    @Override
    public Wire export(Wire x, Export to) {
      Export block = to.module("ResidualBlock");
      return to.add(x, branch.export(x, block.child("branch", "nn.Sequential")));
    }

    @Override
    public List<Parameter> parameters() {
      return branch.parameters();
    }

    @Override
    public Map<String, State> buffers() {
      return branch.buffers();
    }

    @Override
    public boolean couplesSamples() {
      return branch.couplesSamples();
    }
  }
}
