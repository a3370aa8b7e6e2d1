package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/**
 * The gradients of batch norm with respect to x, weight and bias, fused: from (x, weight, g),
 *
 * <pre>
 *   dx = weight ⊙ f ⊙ P(g),  dw = Σ g ⊙ x̂,  db = Σ g
 *   with f = 1/√(σ² + ε),  x̂ = (x − μ) ⊙ f,  P(g) = g − mean(g) − x̂ ⊙ mean(g ⊙ x̂)
 * </pre>
 *
 * <p>Their own derivatives are written in plain operations, which is slower and exact.
 *
 * @param epsilon ε
 * @param moments μ and σ² of x if they are known, else empty
 */
record BatchNormBackward(double epsilon, List<Tensor> moments) implements Primitive {
  @Override
  public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    List<Tensor> known = moments.isEmpty() ? backend.columnMoments(x) : moments;
    return backend.batchNormBackward(x, known, epsilon, inputs.get(1), inputs.get(2));
  }

  @Override
  public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
    Var weight = node.input(1);
    Var g = node.input(2);
    Normal normal = Normal.of(node.input(0), epsilon);
    Var u = upstream.get(0);
    Var p = normal.everyRow(upstream.get(1));
    Var q = upstream.get(2);
    Var moving = normal.moving(g);
    Var toFactors = u.multiply(moving).columnSums();
    return Var.gradients(
        needed[0] ? toInput(normal, weight, g, u, p, toFactors) : null,
        needed[1] ? normal.factors().multiply(toFactors) : null,
        needed[2]
            ? normal
                .moving(u)
                .multiply(normal.everyRow(weight.multiply(normal.factors())))
                .add(normal.rows().multiply(p))
                .add(q)
            : null);
  }

  /**
   * The gradient with respect to x. It enters by x̂, with h = p ⊙ g − weight ⊙ f ⊙ (u ⊙ mean(g ⊙
   * x̂) + g ⊙ mean(u ⊙ x̂)), and by the factor f of dx, whose derivative is −f² x̂/n.
   */
  private static Var toInput(Normal normal, Var weight, Var g, Var u, Var p, Var toFactors) {
    Var factors = normal.factors();
    Var scale = weight.multiply(factors);
    Var ofU = normal.everyRow(scale.multiply(normal.meanOf(g.multiply(normal.rows()))));
    Var ofG = normal.everyRow(scale.multiply(normal.meanOf(u.multiply(normal.rows()))));
    Var h = p.multiply(g).subtract(u.multiply(ofU)).subtract(g.multiply(ofG));
    Var byFactors = weight.multiply(factors.square()).multiply(normal.mean(toFactors));
    return normal
        .moving(h)
        .multiply(normal.everyRow(factors))
        .subtract(normal.rows().multiply(normal.everyRow(byFactors)));
  }

  /**
   * Normalised rows, in plain operations.
   *
   * @param rows x̂, [n, c]
   * @param factors f, [c]
   */
  private record Normal(Var rows, Var factors) {
    static Normal of(Var x, double epsilon) {
      double share = 1.0 / x.shape().rows();
      Var centred = x.subtract(x.columnSums().multiply(share));
      Var variance = centred.square().columnSums().multiply(share);
      Var factors = variance.add(epsilon).sqrt().reciprocal();
      return new Normal(centred.multiply(factors.repeatRow(x.shape().rows())), factors);
    }

    Var everyRow(Var row) {
      return row.repeatRow(rows.shape().rows());
    }

    Var mean(Var sums) {
      return sums.multiply(1.0 / rows.shape().rows());
    }

    Var meanOf(Var x) {
      return mean(x.columnSums());
    }

    /** P(x), the part of x that changes neither mean nor variance. */
    Var moving(Var x) {
      Var along = rows.multiply(everyRow(meanOf(x.multiply(rows))));
      return x.subtract(meanOf(x)).subtract(along);
    }
  }
}
