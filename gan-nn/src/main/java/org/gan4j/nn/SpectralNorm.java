package org.gan4j.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;

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
 * @shape as the layer's
 * @param layer a layer with at least one weight matrix, such as {@link Dense}
 * @param iterations power iterations per training pass, at least 1
 * @paper Miyato et al. 2018, "Spectral Normalization for Generative Adversarial Networks",
 *     arXiv:1802.05957, Algorithm 1
 */
public record SpectralNorm(LayerSpec layer, int iterations) implements LayerSpec {
  private static final int FIRST_ITERATIONS = 15;
  private static final double EPSILON = 1e-12;

  /**
   * Checks the count.
   *
   * @param layer a layer with at least one weight matrix, such as {@link Dense}
   * @param iterations power iterations per training pass, at least 1
   */
  public SpectralNorm {
    if (iterations < 1) {
      throw new IllegalArgumentException(
          "spectral norm: expected at least 1 iteration, got " + iterations);
    }
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
  public int samplesPerOutput() {
    return layer.samplesPerOutput();
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
    if (matrices.isEmpty()) {
      throw new IllegalArgumentException(
          "spectral norm: expected a layer with a weight matrix, got " + layer);
    }
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
        matrix.keep(matrix.iterated(tape.constant(weight.value()), FIRST_ITERATIONS));
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

    /** Both vectors on a tape. */
    private record SingularVectors(Var left, Var right) {}

    /** Copies, since this pass may store new vectors before its backward sweep. */
    private SingularVectors kept(Tape tape) {
      Backend backend = tape.backend();
      return new SingularVectors(
          tape.constant(backend.affine(left.read(), 1, 0)),
          tape.constant(backend.affine(right.read(), 1, 0)));
    }

    private SingularVectors iterated(Var w, int times) {
      SingularVectors vectors = kept(w.tape());
      for (int i = 0; i < times; i++) {
        Var u = unit(w.matmul(vectors.right()));
        vectors = new SingularVectors(u, unit(w.matmul(true, u, false)));
      }
      return vectors;
    }

    /** The column divided by its norm, or by ε if the norm is smaller. */
    private static Var unit(Var column) {
      Var norm = column.square().sum().sqrt();
      return column.divide(norm.subtract(EPSILON).relu().add(EPSILON));
    }

    private void keep(SingularVectors vectors) {
      Backend backend = vectors.left().tape().backend();
      backend.assign(left, vectors.left().value());
      backend.assign(right, vectors.right().value());
    }

    /** W/σ as this pass sees it. */
    Var normalised(Pass pass, int iterations) {
      Var w = pass.use(weight);
      boolean train = pass.mode() == Pass.Mode.TRAIN;
      SingularVectors vectors = train ? iterated(w, iterations) : kept(pass.tape());
      if (train && pass.learning()) {
        keep(vectors);
      }
      return w.divide(vectors.left().multiply(w.matmul(vectors.right())).sum());
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
