package org.gan4j.theory.rows.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.penalty.R1;
import org.gan4j.train.Consensus;
import org.gan4j.train.Simultaneous;
import org.gan4j.train.UpdateOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One step of the trainer from any point of the Dirac-GAN, computed by hand. L_D = log 2 +
 * softplus(ψθ) + (ρ/2)ψ², L_G = −softplus(ψθ) of minimax and softplus(−ψθ) of the non-saturating
 * loss. With s = σ(ψθ), s′ = s(1 − s), and for the generator g = s or 1 − s, g′ = s′ or −s′:
 *
 * <pre>
 *   v_ψ = sθ + ρψ,  ∂v_ψ/∂θ = s + s′ψθ,  ∂v_ψ/∂ψ = s′θ² + ρ
 *   v_θ = −gψ,      ∂v_θ/∂θ = −g′ψ²,     ∂v_θ/∂ψ = −g − g′ψθ
 * </pre>
 */
class ConsensusStepTest {
  private static final double RATE = 0.1;

  @ParameterizedTest
  @CsvSource({
    "true, 0.3, -0.8, 0, 0", "true, 0.3, -0.8, 0, 0.7", "true, 2, 1.5, 0.4, 0.7",
    "true, -3, 0.2, 1, 5", "false, 0.3, -0.8, 0, 0.7", "false, 2, 1.5, 0.4, 0.7",
    "false, -3, 0.2, 1, 5", "true, 0, 0, 1, 3", "false, 0, 1, 0, 3"
  })
  void stepsAreThoseComputedByHand(boolean minimax, double theta, double psi, double rho, double c)
      throws IOException {
    double s = 1 / (1 + Math.exp(-psi * theta));
    double derivative = s * (1 - s);
    double share = minimax ? s : 1 - s;
    double shareDerivative = minimax ? derivative : -derivative;
    double vPsi = s * theta + rho * psi;
    double vTheta = -share * psi;
    double pullPsi =
        vPsi * (derivative * theta * theta + rho)
            - vTheta * (share + shareDerivative * psi * theta);
    double pullTheta = vPsi * (s + derivative * psi * theta) - vTheta * shareDerivative * psi * psi;
    GanLoss loss = minimax ? new OriginalMinimax() : new NonSaturating();
    UpdateOrder order = c == 0 ? new Simultaneous() : new Consensus(c);
    DiracGan game = new DiracGan(loss, List.of(new R1(rho)), order, RATE);
    Position after = Dynamics.ofTrainer().orbit(game, new Position(theta, psi), 1).get(1);
    assertThat(after.theta()).isCloseTo(theta - RATE * (vTheta + c * pullTheta), within(1e-14));
    assertThat(after.psi()).isCloseTo(psi - RATE * (vPsi + c * pullPsi), within(1e-14));
  }
}
