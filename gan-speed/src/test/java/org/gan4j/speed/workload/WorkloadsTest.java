package org.gan4j.speed.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Workload;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
  private static List<String> names(List<Workload> workloads) {
    return workloads.stream().map(Workload::name).toList();
  }

  @Test
  void namesAreUnique() {
    assertThat(names(Workloads.full()))
        .doesNotHaveDuplicates()
        .containsAll(names(Workloads.quick()));
  }

  @Test
  void theStepsHaveTheirPromisedNames() {
    for (String size : List.of("toy2d", "mlp256", "mlp512", "mlp1024", "dcgan28", "dcgan32")) {
      assertThat(names(Workloads.quick())).contains("step/" + size, "step/" + size + "-r1");
    }
  }

  @Test
  void onlyKeepsTheOrder() {
    List<Workload> all = Workloads.quick();
    assertThat(names(Workloads.only(all, List.of("gemm/16x", "step/toy2d"))))
        .containsExactly("step/toy2d", "step/toy2d-r1", "gemm/16x16x16-nt");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workloads.only(all, List.of("step/", "steps")))
        .withMessageStartingWith("--only: expected the beginning of a case's name")
        .withMessageContaining("got 'steps'; ");
  }

  @Test
  void theCostOfAProductIsThatOfTheTextbook() {
    GemmWorkload product = new GemmWorkload(ProductShape.TOY_512_128_128, GemmLayout.TN);
    assertThat(product.cost(DType.FLOAT32))
        .isEqualTo(new Cost(2.0 * 512 * 128 * 128, 4.0 * (2 * 512 * 128 + 128 * 128)));
    assertThat(product.cost(DType.FLOAT64).bytes())
        .isEqualTo(2 * product.cost(DType.FLOAT32).bytes());
  }

  /** The second layer of DCGAN: 7 × 7 positions of a 4 × 4 window over 64 channels, 128 out. */
  @Test
  void theCostOfAConvolutionIsThatOfItsPatches() {
    Cost cost =
        new ConvolutionWorkload(MapShape.STRIDED_14_64_128, ConvolutionWorkload.Pass.BY_MAPS)
            .cost(DType.FLOAT32);
    assertThat(cost.flop()).isEqualTo(2.0 * 64 * 7 * 7 * 128 * 4 * 4 * 64);
  }

  /**
   * Per sample, the toy's generator and discriminator multiply by G = 2·128 + 128·128 + 128·2 and D
   * = 2·128 + 128·128 + 128 weights. A discriminator step generates 256 samples and scores 512, and
   * its gradient takes two products of each layer but one for the first, whose input needs none. A
   * generator step goes forward through both and back to the generator's first weights.
   */
  @Test
  void theCostOfAStepIsThatOfItsProducts() {
    double first = 2 * 128;
    double g = first + 128 * 128 + 128 * 2;
    double d = first + 128 * 128 + 128;
    double discriminator = 256 * g + 512 * d + 512 * (2 * d - first);
    double generator = 256 * (g + d) + 256 * d + 256 * (2 * g - first);
    assertThat(StepSize.TOY.step(StepPenalty.NONE).cost(DType.FLOAT32).flop())
        .isEqualTo(2 * (discriminator + generator));
  }

  /** Each element is read and written once by a copy; Adam reads four matrices and writes three. */
  @Test
  void theCostOfAPassIsThatOfItsMatrices() {
    assertThat(new KernelWorkload(MemoryPass.COPY, 3, 5).cost(DType.FLOAT64))
        .isEqualTo(new Cost(0, 2 * 15 * 8));
    assertThat(new KernelWorkload(MemoryPass.ADAM, 3, 5).cost(DType.FLOAT32).bytes())
        .isEqualTo(7 * 15 * 4);
  }
}
