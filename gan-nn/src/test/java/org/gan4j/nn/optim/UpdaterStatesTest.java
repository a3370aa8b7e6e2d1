package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.junit.jupiter.api.Test;

/** A wrapper from a plug-in cannot lose a state, its own or another's. */
class UpdaterStatesTest {
  /** Keeps averages and states as told, whatever it declares. */
  private record Keeping(
      Optimizer inner, boolean declared, List<String> averaged, List<String> states)
      implements Wrapper {
    @Override
    public boolean keepsAverages() {
      return declared || inner.keepsAverages();
    }

    @Override
    public Wrapper.Bound bind(List<Parameter> parameters, Backend backend) {
      Map<Parameter, State> averages = new LinkedHashMap<>();
      parameters.stream()
          .filter(p -> averaged.contains(p.name()))
          .forEach(p -> averages.put(p, state(backend)));
      Map<String, State> named =
          states.stream().collect(Collectors.toMap(name -> name, name -> state(backend)));
      return new Wrapper.Bound() {
        @Override
        public Map<Parameter, State> averages() {
          return averages;
        }

        @Override
        public Map<String, State> states() {
          return named;
        }
      };
    }
  }

  private static State state(Backend backend) {
    return backend.state(Shape.of(1), DType.FLOAT64, 0);
  }

  private static Updater bound(Optimizer optimizer) {
    try (Backend backend = Backends.open("reference")) {
      List<Parameter> parameters =
          List.of(
              new Parameter(backend, "w", Shape.of(1), DType.FLOAT64, 1),
              new Parameter(backend, "b", Shape.of(1), DType.FLOAT64, 1));
      return Updater.of(optimizer, parameters, backend, 1);
    }
  }

  private static final Optimizer DESCENT = new Sgd(1, 0.5, new Constant());
  private static final List<String> BOTH = List.of("w", "b");
  private static final List<String> NONE = List.of();

  @Test
  void statesOfAllWrappersAreTheUpdaters() {
    Optimizer averaging = new Keeping(DESCENT, true, BOTH, List.of("w/keeping.slow"));
    Updater updater = bound(new ClipNorm(1, averaging));
    assertThat(updater.states())
        .containsOnlyKeys("w/sgd.velocity", "b/sgd.velocity", "w/keeping.slow", "w/ema", "b/ema");
    assertThat(updater.averages().values())
        .containsExactly(updater.states().get("w/ema"), updater.states().get("b/ema"));
  }

  @Test
  void averagesAreThoseDeclared() {
    assertThatThrownBy(() -> bound(new Keeping(DESCENT, false, BOTH, NONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "optimizer: expected averages of 0 parameters, as keepsAverages() declares, got"
                + " averages of 2");
    assertThatThrownBy(() -> bound(new Keeping(DESCENT, true, List.of("b"), NONE)))
        .hasMessage(
            "optimizer: expected averages of 2 parameters, as keepsAverages() declares, got"
                + " averages of 1");
  }

  @Test
  void noTwoStatesShareAName() {
    assertThatThrownBy(() -> bound(new Keeping(DESCENT, false, NONE, List.of("b/sgd.velocity"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("optimizer: expected one state of each name, got two named b/sgd.velocity");
    assertThatThrownBy(() -> bound(new Keeping(new Ema(0.9, DESCENT), true, BOTH, NONE)))
        .hasMessage("optimizer: expected one state of each name, got two named w/ema");
  }
}
