package org.gan4j.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;

/**
 * Layers one after another. The parts are named by their position from 0, and their draws go by the
 * name: a layer put between others gives those after it other draws, which one put into a {@code
 * Sequential} between them does not.
 *
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
   * Returns layers one after another.
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
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    List<Layer> parts = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      parts.add(layers.get(i).build(shape, init.child(Integer.toString(i)), backend));
      shape = layers.get(i).outputShape(shape);
    }
    return new Built(List.copyOf(parts));
  }

  private record Built(List<Layer> parts) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var y = x;
      for (int i = 0; i < parts.size(); i++) {
        y = parts.get(i).forward(y, pass.child(Integer.toString(i)));
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
