package org.gan4j.train;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;

/** The identity, until it is told to spoil a sample or a gradient. */
record Fault(Switch what) implements LayerSpec {
  Fault() {
    this(new Switch());
  }

  /** What the layer does now. */
  static final class Switch {
    private boolean gradient;
    private float value;

    /** From now on, this value is added to the whole first sample. */
    void addToFirstSample(float added) {
      value = added;
    }

    /** From now on, gradients that pass through are infinite or NaN. */
    void spoilGradients() {
      gradient = true;
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Built(what);
  }

  private record Built(Switch what) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      if (what.gradient) {
        return x.add(x.subtract(x.detach()).sqrt()); // the derivative of a square root at 0
      }
      if (what.value == 0) {
        return x;
      }
      float[] added = new float[x.shape().length()];
      Arrays.fill(added, 0, added.length / x.shape().dim(0), what.value);
      return x.add(pass.tape().constant(pass.tape().backend().tensor(x.shape(), x.dtype(), added)));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }
}
