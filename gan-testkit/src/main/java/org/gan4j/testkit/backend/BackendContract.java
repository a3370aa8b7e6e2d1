package org.gan4j.testkit.backend;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of every backend, with {@code reference} as the oracle. Extend it and open the
 * backend:
 *
 * <pre>{@code
 * class CpuBackendTest extends BackendContract {
 *   @Override
 *   protected Backend open(BackendOptions options) {
 *     return Backends.open("cpu", options);
 *   }
 * }
 * }</pre>
 *
 * <p>Each operation runs on shapes from empty to a few thousand elements, on one and on two
 * threads, twice each, the second time in memory full of NaN. Results must be close to the oracle's
 * ({@link org.gan4j.testkit.Tolerances}) and bit-equal between runs, and arguments must not change.
 *
 * <p>Where frameworks differ, IEEE arithmetic decides. A product with an infinity or a NaN is
 * computed, never skipped: 0 · ∞ is NaN in {@code gemm}, and a backward pass is upstream ⊙
 * activation′ everywhere, so a gradient that is not finite propagates even through an inactive ReLU
 * (PyTorch selects and thus hides it). Denormals must not be flushed to 0. A sum of squares must be
 * finite if it fits into a double, also in FLOAT32.
 */
public abstract class BackendContract {
  /** Creates the test instance; JUnit calls this. */
  protected BackendContract() {}

  /**
   * Opens a new instance of the backend under test, which the contract closes.
   *
   * @param options one thread or two, and the element type
   * @return the backend, owned by the calling thread
   */
  protected abstract Backend open(BackendOptions options);

  private void check(DType dtype, List<OperationCase> cases) {
    new OperationCheck(this::open).all(dtype, cases);
  }

  /**
   * Checks unary elementwise functions.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void unary(DType dtype) {
    check(dtype, ElementwiseCases.unary(dtype));
  }

  /**
   * Checks binary elementwise functions, for all pairs of special numbers.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void binary(DType dtype) {
    check(dtype, ElementwiseCases.binary(dtype));
  }

  /**
   * Checks scale · x + shift.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void affine(DType dtype) {
    check(dtype, ElementwiseCases.affine(dtype));
  }

  /**
   * Checks activations, including saturated ones.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void activation(DType dtype) {
    check(dtype, ElementwiseCases.activation(dtype));
  }

  /**
   * Checks backward passes without sums, for all pairs of special numbers.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void activationBackward(DType dtype) {
    check(dtype, ElementwiseCases.activationBackward(dtype));
  }

  /**
   * Checks backward passes with the bias sums fused in.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void activationBackwardWithColumnSums(DType dtype) {
    check(dtype, RowCases.backwardWithSums(dtype));
  }

  /**
   * Checks products with every combination of transposes.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void gemm(DType dtype) {
    check(dtype, ProductCases.gemm(dtype));
  }

  /**
   * Checks that products of integers are exact, whatever the order of summation.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void gemmOfIntegersIsExact(DType dtype) {
    check(dtype, ProductCases.exactGemm(dtype));
  }

  /**
   * Checks that NaN and infinities reach exactly the elements that they should.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void gemmPropagatesNonFiniteNumbers(DType dtype) {
    check(dtype, ProductCases.nonFinite(dtype));
  }

  /**
   * Checks fused layers with every activation, with and without a bias.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void dense(DType dtype) {
    check(dtype, ProductCases.dense(dtype));
  }

  /**
   * Checks convolutions and their adjoints by the maps and by the weights.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void convolutions(DType dtype) {
    check(dtype, MapCases.convolutions(dtype));
  }

  /**
   * Checks fused convolutional and transposed convolutional layers.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void convolutionLayers(DType dtype) {
    check(dtype, MapCases.layers(dtype));
  }

  /**
   * Checks upsampling and average pooling.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void blocksOfMaps(DType dtype) {
    check(dtype, MapCases.blocks(dtype));
  }

  /**
   * Checks maps that are moved.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void translations(DType dtype) {
    check(dtype, MapCases.translations(dtype));
  }

  /**
   * Checks ranges of columns and columns joined.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void columns(DType dtype) {
    check(dtype, MapCases.columns(dtype));
  }

  /**
   * Checks batch norm and its gradients.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void batchNorm(DType dtype) {
    check(dtype, BatchNormCases.all(dtype));
  }

  /**
   * Checks a row added to every row.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void addRow(DType dtype) {
    check(dtype, RowCases.addRow(dtype));
  }

  /**
   * Checks a factor for each row.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void scaleRows(DType dtype) {
    check(dtype, RowCases.scaleRows(dtype));
  }

  /**
   * Checks dot products of rows.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void rowDots(DType dtype) {
    check(dtype, RowCases.rowDots(dtype));
  }

  /**
   * Checks sums of all elements, of columns and of rows.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void sums(DType dtype) {
    check(dtype, RowCases.sums(dtype));
  }

  /**
   * Checks row maxima, which must be bit-exact; a NaN anywhere in a row propagates.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void rowMax(DType dtype) {
    check(dtype, RowCases.rowMax(dtype));
  }

  /**
   * Checks repetition of scalars, rows and columns, which must be bit-exact.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void broadcasts(DType dtype) {
    check(dtype, RowCases.broadcasts(dtype));
  }

  /**
   * Checks slices, concatenations and reshapes, which must be bit-exact.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void slicesConcatenationsAndReshapes(DType dtype) {
    check(dtype, RowCases.copies(dtype));
  }

  /**
   * Checks that host numbers arrive and return bit for bit, and that the host array may be reused.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void hostTransfer(DType dtype) {
    new HostCheck(this::open, dtype).transfer();
  }

  /**
   * Checks tensors of one value.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void fullTensors(DType dtype) {
    new HostCheck(this::open, dtype).fullTensors();
  }

  /**
   * Checks that both element types work, whichever the backend was opened for.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void bothTypesLiveTogether(DType dtype) {
    new HostCheck(this::open, dtype).bothTypesLiveTogether();
  }

  /**
   * Checks sums of squares, including numbers whose squares overflow a float.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void sumOfSquares(DType dtype) {
    new HostCheck(this::open, dtype).squares();
  }

  /**
   * Checks that one NaN or infinity anywhere makes the sum of squares not finite.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void sumOfSquaresDetectsNonFiniteNumbers(DType dtype) {
    new HostCheck(this::open, dtype).squaresOfNonFiniteNumbers();
  }

  /**
   * Checks that sums of squares of many tensors, of mixed shapes and types, equal those of each.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void sumsOfSquaresOfMany(DType dtype) {
    new HostCheck(this::open, dtype).squaresOfMany();
  }

  /**
   * Checks that many tensors read at once equal those read one by one.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void manyTensorsAreReadAtOnce(DType dtype) {
    new HostCheck(this::open, dtype).readsOfMany();
  }

  /**
   * Checks assignment to states, and that tensors read before it have ended.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void assignment(DType dtype) {
    new StateCheck(this::open, dtype).assign();
  }

  /**
   * Checks three updates by Adam against the published algorithm in doubles.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void adamFollowsTheFormula(DType dtype) {
    new StateCheck(this::open, dtype).adamAgainstTheFormula();
  }

  /**
   * Checks three updates by Adam against PyTorch's numbers.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void adamAgreesWithPyTorch(DType dtype) {
    new StateCheck(this::open, dtype).adamAgainstPyTorch();
  }

  /**
   * Checks that 1000 equal training steps reserve no more memory than the first two.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void repeatedStepsReuseMemory(DType dtype) {
    new StepCheck(this::open, dtype).memoryIsReused();
  }

  /**
   * Checks nested tapes with large tensors: memory is released, and outer tensors do not change.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void nestedTapesReuseMemory(DType dtype) {
    new StepCheck(this::open, dtype).largeMemoryIsReused();
  }

  /**
   * Checks that training on one and on two threads is bit-reproducible, and that they agree.
   *
   * @param dtype element type
   */
  @ParameterizedTest
  @EnumSource(DType.class)
  public final void trainingIsReproducible(DType dtype) {
    new StepCheck(this::open, dtype).runsAreReproducible();
  }

  /** Checks that each operand must belong to this instance. */
  @Test
  public final void tensorsOfOthersAreRefused() {
    new MisuseCheck(this::open).foreignTensors();
  }

  /** Checks that an operand whose tape was closed is an error. */
  @Test
  public final void tensorsOfClosedTapesAreRefused() {
    new MisuseCheck(this::open).closedTapes();
  }

  /** Checks that results require an open tape. */
  @Test
  public final void resultsNeedAnOpenTape() {
    new MisuseCheck(this::open).noTape();
  }

  /** Checks that calls from another thread throw, including host reads. */
  @Test
  public final void otherThreadsAreRefused() {
    new MisuseCheck(this::open).otherThreads();
  }

  /** Checks that an interrupt neither fails a call nor is lost. */
  @Test
  public final void interruptsAreKept() {
    new MisuseCheck(this::open).interrupts();
  }

  /** Checks that every call after close throws and none crashes. */
  @Test
  public final void aClosedBackendIsRefused() {
    new MisuseCheck(this::open).closedBackends();
  }

  /** Checks that wrong shapes and types are reported at once, in the framework's wording. */
  @Test
  public final void wrongShapesAreNamedAtOnce() {
    new MisuseCheck(this::open).wrongShapes();
  }
}
