package org.gan4j.nn;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
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
 * @shape [n, features] to [n, features + 1]
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
    return Shape.of(Vectors.features("minibatch standard deviation", input) + 1);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    int features = Vectors.features("minibatch standard deviation", input);
    int width = features + 1;
    double[] keep = new double[features * width];
    for (int i = 0; i < features; i++) {
      keep[i * width + i] = 1;
    }
    double[] last = new double[width];
    last[features] = 1;
    return new Built(
        group,
        backend.state(Shape.of(features, width), backend.dtype(), keep),
        backend.state(Shape.of(1, width), backend.dtype(), last));
  }

  /** Products with constant matrices of zeros and ones put the columns side by side. */
  private record Built(int group, State keep, State last) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var kept = x.matmul(pass.tape().constant(keep.read()));
      return kept.add(deviations(x).matmul(pass.tape().constant(last.read())));
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
