package org.gan4j.testkit.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;

/**
 * Checks first and second derivatives of any scalar function in FLOAT64 against extrapolated
 * central differences.
 *
 * <p>An error is relative to the largest element of the gradient (or to 1 if the gradient vanishes)
 * and includes the uncertainty of the differences, so that it bounds the true error. The function
 * must be smooth within 0.05 of every input; central differences do not detect a kink at the input
 * itself. The second derivative, including mixed derivatives, is checked by the product of the
 * Hessian and a fixed random vector.
 *
 * <p>A finite-difference check does not detect a loss that is wrong but differentiable; combine it
 * with values from an independent source.
 */
public final class GradientCheck {
  /** Largest accepted error of a first derivative. */
  public static final double FIRST = 1e-8;

  /** Largest accepted error of a second derivative. */
  public static final double SECOND = 1e-6;

  private static final double STEP = 0.05;
  private static final double VANISHING = 1e-9;
  private static final long DIRECTION_SEED = 20;

  private final Backend backend;
  private final Function<List<Var>, Var> function;
  private final List<HostArray> at;
  private final List<HostArray> direction = new ArrayList<>();

  /**
   * The largest relative errors found.
   *
   * @param first of the gradient
   * @param second of the Hessian times a vector
   */
  public record Errors(double first, double second) {
    /**
     * Combines two results.
     *
     * @param other the other result
     * @return the larger error of each order
     */
    public Errors max(Errors other) {
      return new Errors(Math.max(first, other.first), Math.max(second, other.second));
    }
  }

  private GradientCheck(Backend backend, Function<List<Var>, Var> function, List<HostArray> at) {
    this.backend = backend;
    this.function = function;
    this.at = at;
    for (HostArray point : at) {
      direction.add(Inputs.normal(point.shape(), DIRECTION_SEED + direction.size()));
    }
  }

  /**
   * Measures the errors.
   *
   * @param backend where to compute
   * @param function from watched variables to a scalar, in tape operations
   * @param at the point, one array per variable
   * @return the largest relative errors over all variables and elements
   */
  public static Errors errors(
      Backend backend, Function<List<Var>, Var> function, List<HostArray> at) {
    GradientCheck check = new GradientCheck(backend, function, List.copyOf(at));
    return new Errors(
        check.error(check::value, check.first()), check.error(check::derivative, check.second()));
  }

  /**
   * Asserts that both derivatives are correct.
   *
   * @param name the name of the function, for the message
   * @param backend where to compute
   * @param function from watched variables to a scalar, in tape operations
   * @param at the point, one array per variable
   */
  public static void check(
      String name, Backend backend, Function<List<Var>, Var> function, HostArray... at) {
    Errors errors = errors(backend, function, List.of(at));
    assertThat(errors.first()).as("%s: error of the gradient", name).isLessThanOrEqualTo(FIRST);
    assertThat(errors.second())
        .as("%s: error of the second derivative", name)
        .isLessThanOrEqualTo(SECOND);
  }

  private <T> T onTape(List<HostArray> point, Function<List<Var>, T> work) {
    try (Tape tape = Tape.on(backend)) {
      return work.apply(
          point.stream().map(array -> tape.watch(array.on(backend, DType.FLOAT64))).toList());
    }
  }

  private double value(List<HostArray> point) {
    return onTape(point, xs -> function.apply(xs).item());
  }

  private double derivative(List<HostArray> point) {
    return onTape(point, xs -> directional(xs).item());
  }

  /** The gradient along the direction, a scalar. */
  private Var directional(List<Var> xs) {
    Tape tape = xs.get(0).tape();
    Gradients gradients = tape.gradient(function.apply(xs), xs);
    Var total = tape.zeros(Shape.scalar(), DType.FLOAT64);
    for (int i = 0; i < xs.size(); i++) {
      Var weights = tape.constant(direction.get(i).on(backend, DType.FLOAT64));
      total = total.add(gradients.of(xs.get(i)).multiply(weights).sum());
    }
    return total;
  }

  private List<HostArray> first() {
    return onTape(at, xs -> gradient(function.apply(xs), xs));
  }

  private List<HostArray> second() {
    return onTape(at, xs -> gradient(directional(xs), xs));
  }

  private static List<HostArray> gradient(Var y, List<Var> xs) {
    Gradients gradients = xs.get(0).tape().gradient(y, xs);
    return xs.stream().map(x -> HostArray.read(gradients.of(x).value())).toList();
  }

  private double error(ToDoubleFunction<List<HostArray>> f, List<HostArray> gradient) {
    double scale = 0;
    double worst = 0;
    for (int i = 0; i < at.size(); i++) {
      assertThat(gradient.get(i).shape())
          .as("shape of gradient %d", i)
          .isEqualTo(at.get(i).shape());
      for (int j = 0; j < at.get(i).size(); j++) {
        Difference difference = difference(f, i, j);
        double error = Math.abs(difference.value() - gradient.get(i).at(j));
        worst = Math.max(worst, error + difference.uncertainty());
        scale = Math.max(scale, Math.abs(difference.value()));
      }
    }
    return scale < VANISHING ? worst : worst / scale;
  }

  private Difference difference(ToDoubleFunction<List<HostArray>> f, int input, int element) {
    HostArray centre = at.get(input);
    return Difference.atZero(
        offset -> {
          List<HostArray> moved = new ArrayList<>(at);
          moved.set(input, centre.with(element, centre.at(element) + offset));
          return f.applyAsDouble(moved);
        },
        STEP);
  }
}
