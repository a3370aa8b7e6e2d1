package org.gan4j.nn;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;
import org.gan4j.nn.init.Initializer;

/**
 * Appends a learned embedding of each sample's label: to vectors as features, to feature maps as
 * channels that are the same everywhere.
 *
 * @shape [n, features] or [n, h, w, features] to {@code width} features more, with labels in the
 *     pass
 * @param classes the number of classes, at least 1
 * @param width the embedding's length, at least 1
 * @param init draws the embeddings, {@code [classes, width]}
 * @paper Mirza and Osindero 2014, arXiv:1411.1784, Section 3.2
 */
public record JoinLabel(int classes, int width, Initializer init) implements LayerSpec {
  /**
   * Checks the extents.
   *
   * @param classes the number of classes, at least 1
   * @param width the embedding's length, at least 1
   * @param init draws the embeddings, {@code [classes, width]}
   */
  public JoinLabel {
    Expect.atLeast("join label", "a number of classes", classes, 1);
    Expect.atLeast("join label", "a width", width, 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    return input.withColumns(Math.addExact(Maps.channels("join label", input), width));
  }

  @Override
  public long parameterCount(Shape input) {
    return (long) classes * width;
  }

  @Override
  public Layer build(Shape input, Rng rng, Backend backend) {
    outputShape(input);
    return new Built(classes, Embeddings.of(classes, width, init, rng, backend));
  }

  private record Built(int classes, Parameter embeddings) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var embedded = pass.labels(classes).matmul(pass.use(embeddings));
      return Var.concatColumns(x, Maps.everywhere(embedded, x.shape()));
    }

    @Override
    public Wire export(Wire x, Export to) {
      int width = embeddings.shape().dim(1);
      Export module = to.module(String.format(Locale.ROOT, "JoinLabel(%d, %d)", classes, width));
      return to.joined(x, to.perSample(module.tensor("embedding", embeddings)), width);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(embeddings);
    }
  }
}
