package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.SoftPlus;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Pins what ND4J 1.0.0-M2.1 does wrong. A failure means that an upgrade changed it and that the
 * workaround named in the test may be removed. Each comment gives the right value.
 */
class Nd4jCanaryTest {
  @BeforeAll
  static void load() {
    assertThat(new Nd4jProvider().probe().usable()).isTrue();
  }

  private static INDArray floats(double... values) {
    return Nd4j.createFromArray(values).castTo(DataType.FLOAT);
  }

  private static INDArray doubles(double... values) {
    return Nd4j.createFromArray(values);
  }

  /** Right is 100; so Functions composes softplus. */
  @Test
  void softplusOverflows() {
    INDArray x = floats(100);
    assertThat(Nd4j.getExecutioner().exec(new SoftPlus(x)).getFloat(0))
        .isEqualTo(Float.POSITIVE_INFINITY);
  }

  /** Right is −100; no operation of ours calls it. */
  @Test
  void logSigmoidUnderflows() {
    assertThat(Nd4j.nn().logSigmoid(floats(-100)).getFloat(0)).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  /** Right is 1e-20; so Functions puts back what log(1 + x) loses. */
  @Test
  void log1pLosesSmallArguments() {
    assertThat(Nd4j.math().log1p(doubles(1e-20)).getDouble(0)).isZero();
  }

  /** Right is 1e-20; so Functions composes e^x − 1 too. */
  @Test
  void expm1LosesSmallArguments() {
    assertThat(Nd4j.math().expm1(doubles(1e-20)).getDouble(0)).isZero();
  }

  /** Right is 1e-20; so Functions composes tanh from e^x − 1. */
  @Test
  void tanhLosesSmallArguments() {
    assertThat(Transforms.tanh(doubles(1e-20)).getDouble(0)).isZero();
  }

  /** Right is NaN twice; so Functions selects by comparisons, which NaN fails. */
  @Test
  void signAndMaximumLoseNan() {
    assertThat(Transforms.sign(floats(Double.NaN)).getFloat(0)).isZero();
    assertThat(Transforms.max(floats(Double.NaN), 0).getFloat(0)).isZero();
  }

  /** Right is NaN twice; so Maxima adds NaN where a row holds one. */
  @Test
  void theLargestElementIsNeverNan() {
    assertThat(floats(Double.NaN, 1).maxNumber().floatValue()).isEqualTo(1);
    assertThat(floats(Double.NaN, 1).reshape(1, 2).max(1).getFloat(0)).isEqualTo(1);
  }

  /** Right is 16 777 218; so Sums adds in doubles. */
  @Test
  void floatSumsStandStill() {
    assertThat(floats(16_777_216, 1, 1).sumNumber().doubleValue()).isEqualTo(16_777_216);
  }

  /** Right is +0; so Sums adds 0 to a sum of one summand. */
  @Test
  void sumOfOneNegativeZeroIsNegative() {
    double sum = doubles(-0.0, 1).reshape(2, 1).sum(1).getDouble(0);
    assertThat(Double.compare(sum, -0.0)).isZero();
  }

  /** Right is a · b, as into other memory; so no product of ours writes an operand. */
  @Test
  void gemmIntoAnOperandIsWrong() {
    INDArray a = Nd4j.ones(DataType.FLOAT, 600, 600).dup('f');
    INDArray right = a.mmul(a);
    assertThat(right.meanNumber().doubleValue()).isEqualTo(600);
    Nd4j.gemm(a, a.dup('f'), a, false, false, 1, 0);
    assertThat(a.meanNumber().doubleValue()).isNotEqualTo(600);
  }

  /** Right is p + pᵀ; so no call of ours writes a view of its operand. */
  @Test
  void addingTheOwnTransposeIsWrong() {
    INDArray p = Nd4j.linspace(1, 10_000, 10_000, DataType.DOUBLE).reshape(100, 100);
    INDArray right = p.add(p.transpose().dup());
    assertThat(p.addi(p.transpose())).isNotEqualTo(right);
  }

  /** Right is an error, or [4]; so shapes are always handed over in an array. */
  @Test
  void reshapeTakesTheOrderForAnExtent() {
    long four = 4;
    assertThatThrownBy(() -> Nd4j.ones(DataType.FLOAT, 2, 2).reshape('c', four))
        .hasMessageContaining("New Shape: [99, 4]");
  }

  /**
   * Right is an error or DOUBLE; so OperandChecks refuses mixed types and Sums widens by a copy.
   */
  @Test
  void floatPlusDoubleIsFloat() {
    assertThat(floats(1).add(doubles(1e-9)).dataType()).isEqualTo(DataType.FLOAT);
  }
}
