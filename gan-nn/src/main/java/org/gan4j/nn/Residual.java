package org.gan4j.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * A residual block: branch(x) + shortcut(x).
 *
 * @shape [n, …input] to [n, …output] of both
 * @param branch the layers beside the shortcut
 * @param shortcut often without layers, {@code Sequential.of()}, which is the identity
 * @paper He et al. 2016, "Deep residual learning for image recognition", arXiv:1512.03385, Eqs. (1)
 *     and (2)
 */
public record Residual(LayerSpec branch, LayerSpec shortcut) implements LayerSpec {
  /**
   * Returns a block whose shortcut is the identity.
   *
   * @param branch the layers beside the shortcut
   */
  public Residual(LayerSpec branch) {
    this(branch, Sequential.of());
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = branch.outputShape(input);
    Shape direct = shortcut.outputShape(input);
    if (!output.equals(direct)) {
      throw Expect.failure(
          "residual",
          "a branch and a shortcut with outputs of one shape",
          output + " and " + direct + " for input " + input);
    }
    return output;
  }

  @Override
  public int samplesPerOutput() {
    int packed = branch.samplesPerOutput();
    Expect.that(
        packed == shortcut.samplesPerOutput(),
        "residual",
        "a branch and a shortcut that pack alike",
        packed + " and " + shortcut.samplesPerOutput() + " samples");
    return packed;
  }

  @Override
  public int classes() {
    return Math.max(branch.classes(), shortcut.classes());
  }

  @Override
  public long parameterCount(Shape input) {
    return Math.addExact(branch.parameterCount(input), shortcut.parameterCount(input));
  }

  @Override
  public long keptValues(Shape input) {
    return Math.addExact(branch.keptValues(input), shortcut.keptValues(input));
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Built(
        branch.build(input, init.child("branch"), backend),
        shortcut.build(input, init.child("shortcut"), backend));
  }

  private record Built(Layer branch, Layer shortcut) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      return branch
          .forward(x, pass.child("branch"))
          .add(shortcut.forward(x, pass.child("shortcut")));
    }

    @Override
    public Wire export(Wire x, Export to) {
      Export block = to.module("Residual");
      return to.add(
          branch.export(x, block.child("branch", "nn.Sequential")),
          shortcut.export(x, block.child("shortcut", "nn.Sequential")));
    }

    @Override
    public List<Parameter> parameters() {
      return Stream.of(branch, shortcut).flatMap(part -> part.parameters().stream()).toList();
    }

    @Override
    public Map<String, State> buffers() {
      Map<String, State> buffers = new LinkedHashMap<>(branch.buffers());
      buffers.putAll(shortcut.buffers());
      return buffers;
    }

    @Override
    public boolean couplesSamples() {
      return branch.couplesSamples() || shortcut.couplesSamples();
    }
  }
}
