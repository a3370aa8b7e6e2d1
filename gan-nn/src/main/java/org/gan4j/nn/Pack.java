package org.gan4j.nn;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;

/**
 * Lets a discriminator judge m samples at a time, so that it sees how alike they are: m consecutive
 * samples of a batch, [n, features], lie beside each other as one, [n/m, m·features], and get one
 * logit together.
 *
 * <p>To the critic within, a pack is a sample: its slope has m·features components, one row a
 * logit, and penalties are those of a critic on the product space. Batch statistics within are over
 * packs. Packs do not mix unless the critic mixes its samples, so that real and generated packs go
 * through in one pass where real and generated samples of the bare critic would. Parameters and
 * draws have the bare critic's names; a pack of 1 is the critic, bit for bit.
 *
 * <p>What theory says of a loss holds with the laws of packs, pᵐ and qᵐ, in place of p and q: the
 * optimal logit of {@code minimax} is Σ log p/q over the pack, and what is descended is a
 * divergence of qᵐ from pᵐ. Of p and q alone nothing is declared.
 *
 * @param samples m, at least 1; it divides the batch
 * @param critic judges packs as vectors [m·features]
 * @paper Lin et al. 2018, "PacGAN: The power of two samples in generative adversarial networks",
 *     arXiv:1712.04086
 */
public record Pack(int samples, LayerSpec critic) implements LayerSpec {
  /**
   * Checks the count.
   *
   * @param samples m, at least 1; it divides the batch
   * @param critic judges packs as vectors [m·features]
   */
  public Pack {
    if (samples < 1) {
      throw new IllegalArgumentException("pack: expected at least 1 sample, got " + samples);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return critic.outputShape(packed(input));
  }

  private Shape packed(Shape input) {
    return Shape.of(Math.multiplyExact(samples, Vectors.features("pack", input)));
  }

  @Override
  public int samplesPerOutput() {
    return Math.multiplyExact(samples, critic.samplesPerOutput());
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    return new Built(samples, critic.build(packed(input), init, backend));
  }

  private record Built(int samples, Layer critic) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      int n = x.shape().rows();
      if (n % samples != 0) {
        throw new IllegalArgumentException(
            "pack: expected a batch that packs of "
                + samples
                + " divide, got "
                + n
                + " samples; change the batch or the pack");
      }
      return critic.forward(x.reshape(Shape.of(n / samples, samples * x.shape().columns())), pass);
    }

    @Override
    public List<Parameter> parameters() {
      return critic.parameters();
    }

    @Override
    public Map<String, State> buffers() {
      return critic.buffers();
    }

    @Override
    public boolean couplesSamples() {
      return critic.couplesSamples();
    }
  }
}
