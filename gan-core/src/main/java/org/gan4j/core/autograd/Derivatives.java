package org.gan4j.core.autograd;

import java.util.List;
import org.gan4j.core.Expect;

/**
 * Products of Jacobians and Hessians with vectors, which never build the matrix.
 *
 * <p>The names are those of JAX and PyTorch. The functions take a result and the variables that it
 * was computed from; a vector is a variable of the tape too, such as {@code tape.constant(tensor)}.
 * The products are recorded, so they can be differentiated again, also with respect to a vector.
 */
public final class Derivatives {
  private Derivatives() {}

  /**
   * Returns the vector–Jacobian product uᵀ ∂y/∂x, for each x. It costs one pass backwards.
   *
   * @shape y and u equal; the product for each x has the shape of x
   * @param y a variable of any shape
   * @param xs watched or used variables
   * @param u the weights of the elements of y
   * @return the products; read them with {@link Gradients#of(Var)}
   * @throws IllegalArgumentException if u has another shape than y, or an x is a constant
   */
  public static Gradients vjp(Var y, List<Var> xs, Var u) {
    requireShapeOf(y, u, "vjp");
    return y.tape().gradient(inner(y, u), xs);
  }

  /**
   * Returns the Jacobian–vector product Σ ∂y/∂x · v over all x: the derivative of y when each x
   * moves along its v. It costs two passes backwards, since the tape has no forward mode: uᵀ ∂y/∂x
   * is linear in u, and its derivative with respect to u along v is the product.
   *
   * @shape each v as its x; result as y
   * @param y a variable of any shape
   * @param xs watched or used variables
   * @param vs the direction of each x
   * @return the product, of the shape of y
   * @throws IllegalArgumentException if the directions do not fit the variables, or an x is a
   *     constant
   * @throws NotDifferentiableException if y comes from an operation without a second derivative
   * @paper Townsend, A new trick for calculating Jacobian vector products, 2017
   */
  public static Var jvp(Var y, List<Var> xs, List<Var> vs) {
    requireDirections(xs, vs, "jvp");
    Tape tape = y.tape();
    Var u = tape.watch(tape.zeros(y.shape(), y.dtype()).value());
    return tape.gradient(along(vjp(y, xs, u), xs, vs), List.of(u)).of(u);
  }

  /**
   * Returns the Hessian–vector product Σ ∂²y/∂x∂x′ · v′ over all x′, for each x. It costs two
   * passes backwards.
   *
   * @shape y a scalar, each v as its x; the product for each x has the shape of x
   * @param y a scalar
   * @param xs watched or used variables
   * @param vs the direction of each x
   * @return the products; read them with {@link Gradients#of(Var)}
   * @throws IllegalArgumentException if y is no scalar, the directions do not fit the variables, or
   *     an x is a constant
   * @throws NotDifferentiableException if y comes from an operation without a second derivative
   * @paper Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6, 1994
   */
  public static Gradients hvp(Var y, List<Var> xs, List<Var> vs) {
    requireDirections(xs, vs, "hvp");
    Tape tape = y.tape();
    return tape.gradient(along(tape.gradient(y, xs), xs, vs), xs);
  }

  private static Var along(Gradients gradients, List<Var> xs, List<Var> vs) {
    Var sum = inner(gradients.of(xs.get(0)), vs.get(0));
    for (int i = 1; i < xs.size(); i++) {
      sum = sum.add(inner(gradients.of(xs.get(i)), vs.get(i)));
    }
    return sum;
  }

  private static Var inner(Var a, Var b) {
    return a.multiply(b).sum();
  }

  private static void requireDirections(List<Var> xs, List<Var> vs, String where) {
    Expect.count(where, "variable", xs.size(), 1);
    if (xs.size() != vs.size()) {
      String directions = xs.size() == 1 ? "1 direction" : xs.size() + " directions";
      throw Expect.failure(where, directions + ", one per variable", vs.size());
    }
    for (int i = 0; i < xs.size(); i++) {
      requireShapeOf(xs.get(i), vs.get(i), where);
    }
  }

  private static void requireShapeOf(Var x, Var vector, String where) {
    Expect.that(
        vector.shape().equals(x.shape()), where, "a vector of shape " + x.shape(), vector.shape());
  }
}
