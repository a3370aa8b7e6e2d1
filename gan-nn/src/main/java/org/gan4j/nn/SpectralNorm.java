package org.gan4j.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.export.Export;
import org.gan4j.nn.export.Wire;

/**
 * Divides each weight matrix of a layer by its largest singular value σ, so that the Lipschitz
 * constant of a fully connected layer is at most that of its activation.
 *
 * <p>σ = uᵀWv is estimated by power iteration as in PyTorch: u ← Wv and v ← Wᵀu, both normalised,
 * starting from the stored vectors; 15 iterations at construction, then a given number in each
 * training pass. A pass that is not frozen stores the new vectors, and evaluation uses the stored
 * ones. Biases are not changed. The gradient includes the iteration. Once the vectors have
 * converged that part vanishes to first order, so the gradient agrees with that of PyTorch, which
 * leaves it out.
 *
 * <p>A matrix with σ ≤ 1e-12, such as one of zeros, is not divided and keeps its stored vectors, so
 * that outputs and gradients stay finite and training can leave zero.
 *
 * @shape as the layer's
 * @param layer a layer with at least one weight matrix, such as {@link Dense}
 * @param iterations power iterations per training pass, at least 1
 * @paper Miyato et al. 2018, "Spectral Normalization for Generative Adversarial Networks",
 *     arXiv:1802.05957, Algorithm 1
 */
public record SpectralNorm(LayerSpec layer, int iterations) implements LayerSpec {
  private static final int FIRST_ITERATIONS = 15;
  private static final double EPSILON = 1e-12;

  /** Keeps the derivative of a norm finite at 0; lost to rounding next to norms above 1e-10. */
  private static final double TINY_SQUARE = 1e-36;

  /**
   * Checks the count.
   *
   * @param layer a layer with at least one weight matrix, such as {@link Dense}
   * @param iterations power iterations per training pass, at least 1
   */
  public SpectralNorm {
    Expect.count("spectral norm", "iteration", iterations, 1);
  }

  /**
   * Returns the layer with one iteration per pass, as in the paper.
   *
   * @param layer a layer with at least one weight matrix, such as {@link Dense}
   */
  public SpectralNorm(LayerSpec layer) {
    this(layer, 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    return layer.outputShape(input);
  }

  @Override
  public long parameterCount(Shape input) {
    return layer.parameterCount(input);
  }

  @Override
  public int samplesPerOutput() {
    return layer.samplesPerOutput();
  }

  @Override
  public int classes() {
    return layer.classes();
  }

  @Override
  public Optional<AuxiliaryHead> auxiliaryHead() {
    return layer.auxiliaryHead();
  }

  @Override
  public Layer build(Shape input, Rng init, Backend backend) {
    Layer inner = layer.build(input, init, backend);
    List<Matrix> matrices = new ArrayList<>();
    for (Parameter parameter : inner.parameters()) {
      if (parameter.shape().rank() == 2) {
        matrices.add(Matrix.of(parameter, init, backend));
      }
    }
    Expect.that(!matrices.isEmpty(), "spectral norm", "a layer with a weight matrix", layer);
    return new Built(inner, List.copyOf(matrices), iterations);
  }

  /** A weight matrix with its stored singular vectors, as columns. */
  private record Matrix(Parameter weight, State left, State right) {
    static Matrix of(Parameter weight, Rng init, Backend backend) {
      int rows = weight.shape().dim(0);
      int columns = weight.shape().dim(1);
      RandomGenerator draws = init.stream(weight.name() + "/spectral").at(0);
      State left = backend.state(Shape.of(rows, 1), weight.dtype(), normal(rows, draws));
      State right = backend.state(Shape.of(columns, 1), weight.dtype(), normal(columns, draws));
      Matrix matrix = new Matrix(weight, left, right);
      try (Tape tape = Tape.on(backend)) {
        Var w = tape.constant(weight.value());
        SingularVectors before = matrix.kept(tape);
        SingularVectors after = before.iterated(w, FIRST_ITERATIONS);
        matrix.keep(before, after, nonzero(after.sigma(w)));
      }
      return matrix;
    }

    private static double[] normal(int n, RandomGenerator draws) {
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = draws.nextGaussian();
      }
      return values;
    }

    /** Copies, since this pass may store new vectors before its backward pass. */
    private SingularVectors kept(Tape tape) {
      Backend backend = tape.backend();
      return new SingularVectors(
          tape.constant(backend.affine(left.read(), 1, 0)),
          tape.constant(backend.affine(right.read(), 1, 0)));
    }

    /** Stores the vectors after the iteration, or those from before it if σ vanishes. */
    private void keep(SingularVectors before, SingularVectors after, Var nonzero) {
      store(left, before.left(), after.left(), nonzero);
      store(right, before.right(), after.right(), nonzero);
    }

    private static void store(State target, Var before, Var after, Var nonzero) {
      Var chosen = after.detach().multiply(nonzero).add(before.multiply(complement(nonzero)));
      after.tape().backend().assign(target, chosen.value());
    }

    /** W/σ by the stored vectors, or W if σ vanishes, from the numbers of W. */
    double[] normalised(double[] w) {
      double[] u = left.read().toDoubles();
      double[] v = right.read().toDoubles();
      double sigma = 0;
      for (int i = 0; i < w.length; i++) {
        sigma += u[i / v.length] * w[i] * v[i % v.length];
      }
      double divisor = sigma > EPSILON ? sigma : 1;
      return Arrays.stream(w).map(x -> x / divisor).toArray();
    }

    /** W/σ as this pass sees it, or W if σ vanishes. */
    Var normalised(Pass pass, int iterations) {
      Var w = pass.use(weight);
      boolean train = pass.mode() == Pass.Mode.TRAIN;
      SingularVectors before = kept(pass.tape());
      SingularVectors after = train ? before.iterated(w, iterations) : before;
      Var sigma = after.sigma(w);
      Var nonzero = nonzero(sigma);
      if (train && pass.learning()) {
        keep(before, after, nonzero);
      }
      return w.divide(sigma.multiply(nonzero).add(complement(nonzero)));
    }

    /** 1 if σ > ε, else 0; a constant, computed on the device. */
    private static Var nonzero(Var sigma) {
      return sigma.detach().subtract(EPSILON).sign().relu();
    }

    private static Var complement(Var flag) {
      return flag.negate().add(1);
    }
  }

  /** Estimates of the singular vectors of the largest singular value, as columns on a tape. */
  private record SingularVectors(Var left, Var right) {
    SingularVectors iterated(Var w, int times) {
      SingularVectors vectors = this;
      for (int i = 0; i < times; i++) {
        Var u = unit(w.matmul(vectors.right()));
        vectors = new SingularVectors(u, unit(w.matmul(true, u, false)));
      }
      return vectors;
    }

    /** The column divided by its norm, or by ε if the norm is smaller. */
    private static Var unit(Var column) {
      Var norm = column.square().sum().add(TINY_SQUARE).sqrt();
      return column.divide(norm.subtract(EPSILON).relu().add(EPSILON));
    }

    /** uᵀWv. */
    Var sigma(Var w) {
      return left.multiply(w.matmul(right)).sum();
    }
  }

  private record Built(Layer inner, List<Matrix> matrices, int iterations) implements Layer {
    @Override
    public Var forward(Var x, Pass pass) {
      Map<Parameter, Var> normalised = new HashMap<>();
      matrices.forEach(m -> normalised.put(m.weight(), m.normalised(pass, iterations)));
      return inner.forward(x, pass.replacing(normalised));
    }

    @Override
    public Wire export(Wire x, Export to) {
      Map<Parameter, double[]> normalised = new HashMap<>();
      matrices.forEach(m -> normalised.put(m.weight(), m.normalised(to.numbers(m.weight()))));
      return inner.export(x, to.replacing(normalised));
    }

    @Override
    public List<Parameter> parameters() {
      return inner.parameters();
    }

    @Override
    public Map<String, State> buffers() {
      Map<String, State> buffers = new LinkedHashMap<>(inner.buffers());
      for (Matrix matrix : matrices) {
        buffers.put(matrix.weight().name() + "_u", matrix.left());
        buffers.put(matrix.weight().name() + "_v", matrix.right());
      }
      return buffers;
    }

    @Override
    public boolean couplesSamples() {
      return inner.couplesSamples();
    }
  }
}
