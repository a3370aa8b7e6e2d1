package org.gan4j.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * In training, sets random elements to 0 and scales the others by 1/(1 − rate), which preserves the
 * mean; in evaluation, the identity.
 *
 * <p>The mask is a function of seed, path, site and step. So it is the same on every backend, and
 * two applications in one step have different masks.
 *
 * @shape [n, …] to the same
 * @param rate the probability of a 0, in [0, 1)
 * @paper Srivastava et al. 2014, "Dropout: a simple way to prevent neural networks from
 *     overfitting", Section 4; scaled in training, as in PyTorch
 */
public record Dropout(double rate) implements LayerSpec {
  /**
   * Checks the range.
   *
   * @param rate the probability of a 0, in [0, 1)
   */
  public Dropout {
    Expect.inRange("dropout", "a rate", rate, 0, 1, Expect.Bounds.CLOSED_OPEN);
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Built(rate);
  }

  private record Built(double rate) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      if (pass.mode() == Pass.Mode.EVAL || rate == 0) {
        return x;
      }
      return x.multiply(
          pass.tape().constant(pass.tape().backend().tensor(x.shape(), x.dtype(), mask(x, pass))));
    }

    private float[] mask(Var x, Pass pass) {
      RandomGenerator draws = pass.draws();
      float[] mask = new float[x.shape().length()];
      float kept = (float) (1 / (1 - rate));
      for (int i = 0; i < mask.length; i++) {
        mask[i] = draws.nextFloat() < rate ? 0 : kept;
      }
      return mask;
    }

    @Override
    public Wire export(Wire x, Export to) {
      to.module("nn.Dropout(" + rate + ")");
      return x;
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }
}
