package org.gan4j.nn;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Attribute;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Order;
import org.gan4j.nn.export.Wire;
import org.gan4j.nn.init.Initializer;
import org.gan4j.nn.init.XavierUniform;

/**
 * Each unit is the maximum of several linear functions, its pieces. W is {@code [pieces · units,
 * in]} and starts with all units of the first piece.
 *
 * <p>The maximum is computed as b + max(a − b, 0), so it is exact up to one rounding error. Where
 * pieces are equal, the gradient goes to the later one.
 *
 * @shape [n, in] to [n, units]
 * @param units the number of outputs
 * @param pieces the number of linear functions per unit, at least 2
 * @param init draws W and b of each piece
 * @paper Goodfellow et al. 2013, arXiv:1302.4389, Section 3
 */
public record Maxout(int units, int pieces, Initializer init) implements LayerSpec {
  /**
   * Checks the ranges.
   *
   * @param units the number of outputs
   * @param pieces the number of linear functions per unit, at least 2
   * @param init draws W and b of each piece
   */
  public Maxout {
    Expect.count("maxout", "unit", units, 1);
    Expect.count("maxout", "pieces", pieces, 2);
  }

  /**
   * Returns a layer with Xavier weights.
   *
   * @param units the number of outputs
   * @param pieces the number of linear functions per unit, at least 2
   */
  public Maxout(int units, int pieces) {
    this(units, pieces, new XavierUniform(1));
  }

  @Override
  public Shape outputShape(Shape input) {
    Vectors.features("maxout", input);
    return Shape.of(units);
  }

  @Override
  public long parameterCount(Shape input) {
    return linear(input).count();
  }

  private LinearParameters linear(Shape input) {
    return new LinearParameters(Vectors.features("maxout", input), units, pieces);
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    LinearParameters linear = linear(input);
    return new Built(
        units, pieces, linear.weight(init(), init, backend), linear.bias(init(), init, backend));
  }

  private record Built(int units, int pieces, Parameter weight, Parameter bias) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Var largest = piece(0, x, pass);
      for (int i = 1; i < pieces; i++) {
        Var next = piece(i, x, pass);
        largest = next.add(largest.subtract(next).relu());
      }
      return largest;
    }

    private Var piece(int i, Var x, Pass pass) {
      int from = i * units;
      Var w = pass.use(weight).rows(from, from + units);
      return x.dense(w, pass.use(bias).rows(from, from + units), Activation.IDENTITY);
    }

    @Override
    public Wire export(Wire x, Export to) {
      Export module =
          to.module(
              String.format(Locale.ROOT, "Maxout(%d, %d, %d)", x.shape().dim(0), units, pieces));
      int rows = bias.shape().dim(0);
      Order plain = Order.plain(rows);
      String w = module.tensor("weight", weight, plain, x.order());
      Wire all = to.dense(x, w, module.tensor("bias", bias), plain, rows);
      List<String> shape = List.of(to.indices(0, pieces, units));
      Wire side = to.apply("Reshape", all, Shape.of(pieces, units), Order.plain(units), shape);
      return to.apply(
          "ReduceMax",
          side,
          Shape.of(units),
          Order.plain(units),
          List.of(),
          Attribute.wholes("axes", 1),
          Attribute.whole("keepdims", 0));
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight, bias);
    }
  }
}
