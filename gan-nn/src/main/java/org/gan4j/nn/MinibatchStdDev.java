package org.gan4j.nn;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;

/**
 * Appends one feature to each sample that measures the variety of its group: the standard deviation
 * of each feature over the group, averaged over the features. The discriminator then sees mode
 * collapse.
 *
 * <p>A batch of n is divided into n/group groups, and sample i belongs to group i mod (n/group). A
 * batch smaller than a group is a single group. The standard deviation is √(σ² + 1e-8) with the
 * biased variance σ². Training and evaluation do the same.
 *
 * <p>Feature maps get a channel with that number everywhere, averaged over all elements too.
 *
 * @shape [n, features] or [n, h, w, features] to one feature more
 * @param group the number of samples in a group, at least 2
 * @paper Karras et al. 2018, arXiv:1710.10196, Section 3; groups as in its code
 */
public record MinibatchStdDev(int group) implements LayerSpec {
  private static final double EPSILON = 1e-8;

  /**
   * Checks the range.
   *
   * @param group the number of samples in a group, at least 2
   */
  public MinibatchStdDev {
    Expect.count("minibatch standard deviation", "samples in a group", group, 2);
  }

  /** Returns the layer with groups of 4. */
  public MinibatchStdDev() {
    this(4);
  }

  @Override
  public Shape outputShape(Shape input) {
    return input.withColumns(Maps.channels("minibatch standard deviation", input) + 1);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    outputShape(input);
    return new Built(group);
  }

  private record Built(int group) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Shape shape = x.shape();
      int elements = shape.columns() / shape.dim(shape.rank() - 1);
      Var deviations = deviations(x).repeatColumn(elements);
      return Var.concatColumns(x, deviations.reshape(shape.withColumns(1)));
    }

    /** One number per sample, [n, 1]. */
    private Var deviations(Var x) {
      int n = x.shape().rows();
      int features = x.shape().columns();
      int members = Math.min(group, n);
      if (n % members != 0) {
        throw Expect.failure(
            "minibatch standard deviation",
            "a batch size divisible by the group size " + members,
            n + " samples",
            "change one of them");
      }
      int groups = n / members;
      Var side = x.reshape(Shape.of(members, groups * features));
      Var centred = side.subtract(side.columnSums().multiply(1.0 / members));
      Var variance = centred.square().columnSums().multiply(1.0 / members);
      Var deviation = variance.add(EPSILON).sqrt().reshape(Shape.of(groups, features));
      Var[] copies = new Var[members];
      Arrays.fill(copies, deviation.rowSums().multiply(1.0 / features));
      return Var.concatRows(copies);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public boolean couplesSamples() {
      return true;
    }
  }
}
