package org.gan4j.nn;

import java.util.List;
import java.util.Map;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;

/**
 * Lets a discriminator score m samples together, so that it sees how similar they are: m
 * consecutive samples of a batch are concatenated into one pack, which gets one logit.
 *
 * <p>The critic inside treats a pack as a sample. Its input gradient has m·features components, one
 * row per logit, penalties are those of a critic on the product space, and batch statistics are
 * computed over packs. Packs are independent of each other if the critic treats samples
 * independently; real and fake packs then go through in one pass. Parameters and draws are named as
 * those of the critic alone, and a pack of 1 is the critic, bit for bit.
 *
 * <p>The theory of a loss applies to the distributions of packs, pᵐ and qᵐ, in place of p and q:
 * the optimal logit of {@code minimax} is Σ log p/q over the pack, and G minimises a divergence of
 * qᵐ from pᵐ. Nothing is claimed about p and q themselves.
 *
 * @shape [n, features] to [n/m, …], where the critic gets [n/m, m·features]
 * @param samples m, at least 1; the batch size must be divisible by it
 * @param critic the discriminator of packs, which are vectors [m·features]
 * @paper Lin et al. 2018, "PacGAN: The power of two samples in generative adversarial networks",
 *     arXiv:1712.04086
 */
public record Pack(int samples, LayerSpec critic) implements LayerSpec {
  /**
   * Checks the count.
   *
   * @param samples m, at least 1; the batch size must be divisible by it
   * @param critic the discriminator of packs, which are vectors [m·features]
   */
  public Pack {
    Expect.count("pack", "sample", samples, 1);
    if (critic.classes() > 0) {
      throw Expect.failure(
          "pack",
          "a critic without labels, since a pack holds samples of several classes",
          critic,
          "pack, or condition on labels, but not both");
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return critic.outputShape(packed(input));
  }

  private Shape packed(Shape input) {
    return Shape.of(Shape.of(samples, Vectors.features("pack", input)).length());
  }

  @Override
  public long parameterCount(Shape input) {
    return critic.parameterCount(packed(input));
  }

  @Override
  public long keptValues(Shape input) {
    return critic.keptValues(packed(input)) / samples;
  }

  @Override
  public int samplesPerOutput() {
    return Shape.of(samples, critic.samplesPerOutput()).length();
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
        throw Expect.failure(
            "pack",
            "a batch size divisible by the pack size " + samples,
            n + " samples",
            "change one of them");
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
