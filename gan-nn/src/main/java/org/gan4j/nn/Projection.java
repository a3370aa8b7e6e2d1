package org.gan4j.nn;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.init.Initializer;

/**
 * The last layer of a projection discriminator: the logit is w · x + b + v_y · x, where v_y is a
 * learned vector for the sample's label y.
 *
 * @shape [n, features] to [n, 1], with labels in the pass
 * @param classes the number of classes, at least 1
 * @param init draws w, b and the vectors, {@code [classes, features]}
 * @paper Miyato and Koyama 2018, "cGANs with projection discriminator", arXiv:1802.05637, Eq. (3)
 */
public record Projection(int classes, Initializer init) implements LayerSpec {
  /**
   * Checks the number of classes.
   *
   * @param classes the number of classes, at least 1
   * @param init draws w, b and the vectors, {@code [classes, features]}
   */
  public Projection {
    Expect.atLeast("projection", "a number of classes", classes, 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    Vectors.features("projection", input);
    return Shape.of(1);
  }

  @Override
  public long parameterCount(Shape input) {
    int features = Vectors.features("projection", input);
    return (classes + 1L) * features + 1;
  }

  @Override
  public Layer build(Shape input, Rng rng, Backend backend) {
    int features = Vectors.features("projection", input);
    LinearParameters linear = new LinearParameters(features, 1, 1);
    return new Built(
        classes,
        linear.weight(init, rng, backend),
        linear.bias(init, rng, backend),
        Embeddings.of(classes, features, init, rng, backend));
  }

  private record Built(int classes, Parameter weight, Parameter bias, Parameter embeddings)
      implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var logits = x.dense(pass.use(weight), pass.use(bias), Activation.IDENTITY);
      return logits.add(x.rowDots(pass.labels(classes).matmul(pass.use(embeddings))));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias, embeddings);
    }
  }
}
