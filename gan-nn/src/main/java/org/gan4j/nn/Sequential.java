package org.gan4j.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * Layers applied one after another. A part is named after its kind and its position among the parts
 * of that kind, such as {@code dense-0}, {@code dropout-0}, {@code dense-1}. Parameters and draws
 * depend on the name, so inserting a layer of another kind changes neither.
 *
 * @shape [n, …input] to [n/m, …output], where m is {@link #samplesPerOutput}
 * @param layers the parts, first to last
 */
public record Sequential(List<LayerSpec> layers) implements LayerSpec {
  /**
   * Copies the list.
   *
   * @param layers the parts, first to last
   */
  public Sequential {
    layers = List.copyOf(layers);
  }

  /**
   * Returns layers applied one after another.
   *
   * @param layers the parts, first to last
   * @return the recipe
   */
  public static Sequential of(LayerSpec... layers) {
    return new Sequential(List.of(layers));
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      try {
        shape = layers.get(i).outputShape(shape);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("layer " + i + ": " + e.getMessage(), e);
      }
    }
    return shape;
  }

  @Override
  public int samplesPerOutput() {
    int[] packs = layers.stream().mapToInt(LayerSpec::samplesPerOutput).toArray();
    return Shape.of(packs).length();
  }

  @Override
  public int classes() {
    return layers.stream().mapToInt(LayerSpec::classes).max().orElse(0);
  }

  @Override
  public Optional<AuxiliaryHead> auxiliaryHead() {
    return layers.isEmpty() ? Optional.empty() : layers.get(layers.size() - 1).auxiliaryHead();
  }

  @Override
  public long parameterCount(Shape input) {
    long count = 0;
    Shape shape = input;
    for (LayerSpec layer : layers) {
      long own = layer.parameterCount(shape);
      Expect.that(own <= Long.MAX_VALUE - count, "sequential", "fewer than 2^63 parameters", this);
      count += own;
      shape = layer.outputShape(shape);
    }
    return count;
  }

  @Override
  public long keptValues(Shape input) {
    long kept = 0;
    Shape shape = input;
    for (LayerSpec layer : layers) {
      kept = Math.addExact(kept, layer.keptValues(shape));
      shape = layer.outputShape(shape);
    }
    return kept;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    List<Layer> parts = new ArrayList<>();
    Shape shape = input;
    List<String> names = names();
    for (int i = 0; i < layers.size(); i++) {
      parts.add(layers.get(i).build(shape, init.child(names.get(i)), backend));
      shape = layers.get(i).outputShape(shape);
    }
    return new Built(List.copyOf(parts), names);
  }

  private List<String> names() {
    Map<String, Integer> counts = new HashMap<>();
    return layers.stream()
        .map(Sequential::kind)
        .map(kind -> kind + "-" + (counts.merge(kind, 1, Integer::sum) - 1))
        .toList();
  }

  /** The class name in kebab case; {@code layer} for a class without a name. */
  private static String kind(LayerSpec layer) {
    String name = layer.getClass().getSimpleName();
    return name.isEmpty()
        ? "layer"
        : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private record Built(List<Layer> parts, List<String> names) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var y = x;
      for (int i = 0; i < parts.size(); i++) {
        y = parts.get(i).forward(y, pass.child(names.get(i)));
      }
      return y;
    }

    @Override
    public Wire export(Wire x, Export to) {
      Wire y = x;
      for (Layer part : parts) {
        y = part.export(y, part instanceof Built ? to.module("nn.Sequential") : to);
      }
      return y;
    }

    @Override
    public List<Parameter> parameters() {
      return parts.stream().flatMap(part -> part.parameters().stream()).toList();
    }

    @Override
    public Map<String, State> buffers() {
      Map<String, State> buffers = new LinkedHashMap<>();
      parts.forEach(part -> buffers.putAll(part.buffers()));
      return buffers;
    }

    @Override
    public boolean couplesSamples() {
      return parts.stream().anyMatch(Layer::couplesSamples);
    }
  }
}
