package org.gan4j.peers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.gan4j.speed.workload.ProductShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductLibraryTest {
  private static final Factors FACTORS = Factors.of(ProductShape.TOY_512_128_128);

  @ParameterizedTest
  @EnumSource
  void everyLibraryComputesOurProduct(ProductLibrary library) {
    try (Product product = library.open(FACTORS, 2)) {
      product.run();
      double[] found = product.result();
      assertThatCode(() -> FACTORS.requireEqual(library, found)).doesNotThrowAnyException();
      found[7] += 1;
      assertThatIllegalStateException()
          .isThrownBy(() -> FACTORS.requireEqual(library, found))
          .withMessageStartingWith(library + ": expected element 7 to be ");
    }
  }
}
