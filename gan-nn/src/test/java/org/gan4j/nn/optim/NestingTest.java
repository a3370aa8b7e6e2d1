package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every nesting of up to three wrappers around every rule gives the parameters, look-ahead points
 * and averages of {@link ByHand}, or is refused.
 */
class NestingTest {
  private static final int UPDATES = 6;
  private static final double TOLERANCE = 1e-12;

  /** The outermost first. */
  static List<List<WrapperByHand>> nestings() {
    List<List<WrapperByHand>> all = new ArrayList<>();
    List<List<WrapperByHand>> longest = List.of(List.of());
    for (int depth = 0; depth < 3; depth++) {
      longest = longest.stream().flatMap(NestingTest::oneDeeper).toList();
      all.addAll(longest);
    }
    return all;
  }

  private static Stream<List<WrapperByHand>> oneDeeper(List<WrapperByHand> wrappers) {
    return Arrays.stream(WrapperByHand.values())
        .map(innermost -> Stream.concat(wrappers.stream(), Stream.of(innermost)).toList());
  }

  static List<List<WrapperByHand>> allowed() {
    return nestings().stream().filter(wrappers -> !repeats(wrappers)).toList();
  }

  static List<List<WrapperByHand>> refused() {
    return nestings().stream().filter(NestingTest::repeats).toList();
  }

  static List<RuleByHand> rules() {
    return RuleByHand.all();
  }

  private static boolean repeats(List<WrapperByHand> wrappers) {
    return Collections.frequency(wrappers, WrapperByHand.EMA) > 1
        || Collections.frequency(wrappers, WrapperByHand.EXTRA_GRADIENT) > 1;
  }

  private static Optimizer nested(List<WrapperByHand> wrappers, Optimizer rule) {
    Optimizer nested = rule;
    for (int depth = wrappers.size() - 1; depth >= 0; depth--) {
      nested = wrappers.get(depth).around(nested, depth);
    }
    return nested;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aBareRuleIsAsByHand(RuleByHand rule) {
    assertIsAsByHand(List.of(), rule);
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void aNestingIsAsByHand(List<WrapperByHand> wrappers) {
    for (RuleByHand rule : RuleByHand.all()) {
      assertIsAsByHand(wrappers, rule);
    }
  }

  private static void assertIsAsByHand(List<WrapperByHand> wrappers, RuleByHand rule) {
    Optimizer optimizer = nested(wrappers, rule.recipe());
    ByHand hand = new ByHand(wrappers, rule);
    try (Backend backend = Backends.open("reference")) {
      Run run = new Run(optimizer, backend);
      for (int number = 1; number <= UPDATES; number++) {
        String where = optimizer + " at update " + number;
        double[] ahead = hand.update(number);
        run.lookAhead(number);
        assertThat(run.parameters()).as(where).containsExactly(ahead, within(TOLERANCE));
        run.update(number);
        assertThat(run.parameters())
            .as(where)
            .containsExactly(hand.parameters(), within(TOLERANCE));
        if (wrappers.contains(WrapperByHand.EMA)) {
          assertThat(run.averages()).as(where).containsExactly(hand.average(), within(TOLERANCE));
        } else {
          assertThat(run.updater.averages()).as(where).isEmpty();
        }
      }
    }
  }

  /** Two parameters and their updater. */
  private static final class Run {
    private final Backend backend;
    private final List<Parameter> parameters;
    private final List<double[]> curvatures =
        List.of(part(ByHand.CURVATURES, 0, 2), part(ByHand.CURVATURES, 2, 3));
    private final Updater updater;

    Run(Optimizer optimizer, Backend backend) {
      this.backend = backend;
      parameters = List.of(parameter("pair", 0, 2), parameter("one", 2, 3));
      updater = Updater.of(optimizer, parameters, backend, UPDATES);
    }

    private static double[] part(double[] values, int from, int to) {
      return Arrays.copyOfRange(values, from, to);
    }

    private Parameter parameter(String name, int from, int to) {
      double[] start = part(ByHand.START, from, to);
      return new Parameter(backend, name, Shape.of(to - from), DType.FLOAT64, start);
    }

    private Gradients gradients(Tape tape) {
      Var total = tape.zeros(Shape.scalar(), DType.FLOAT64);
      for (int i = 0; i < parameters.size(); i++) {
        Shape shape = parameters.get(i).shape();
        Var a = tape.constant(backend.tensor(shape, DType.FLOAT64, curvatures.get(i)));
        Var p = tape.use(parameters.get(i));
        total = total.add(p.square().multiply(a).multiply(0.5).sum());
      }
      return tape.backward(total);
    }

    void lookAhead(int number) {
      if (updater.extrapolates()) {
        try (Tape tape = Tape.on(backend)) {
          updater.extrapolate(gradients(tape), number);
        }
      }
    }

    void update(int number) {
      try (Tape tape = Tape.on(backend)) {
        updater.update(gradients(tape), number);
      }
    }

    private double[] values(Function<Parameter, Tensor> of) {
      return parameters.stream()
          .map(of)
          .map(Tensor::toDoubles)
          .flatMapToDouble(Arrays::stream)
          .toArray();
    }

    double[] parameters() {
      return values(Parameter::value);
    }

    double[] averages() {
      Map<Parameter, State> averages = updater.averages();
      return values(parameter -> averages.get(parameter).read());
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aSecondAverageOrLookAheadIsRefused(List<WrapperByHand> wrappers) {
    assertThatThrownBy(() -> nested(wrappers, new Sgd(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(ema|extra-gradient): expected an optimizer that .* yet, got .*");
  }

  @Test
  void refusalsNameBothAndSayWhatToDo() {
    Optimizer average = new ClipNorm(1, new Ema(0.9, new Sgd(1)));
    assertThatThrownBy(() -> new Ema(0.99, average))
        .hasMessage(
            "ema: expected an optimizer that keeps no averages yet, got ClipNorm(Ema(Sgd)); keep"
                + " only one average, anywhere in the nesting");
    Optimizer ahead = new Ema(0.9, new ExtraGradient(new Sgd(1)));
    assertThatThrownBy(() -> new ExtraGradient(ahead))
        .hasMessage(
            "extra-gradient: expected an optimizer that does not look ahead yet, got"
                + " Ema(ExtraGradient(Sgd)); keep only one look-ahead, anywhere in the nesting");
  }
}
