package org.gan4j.core.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both players' gradients from one tape, against a tape for each with the other player frozen. */
class TwoPlayersTest {
  private static final Shape LATENT = Shape.of(33, 4);
  private static final Shape DATA = Shape.of(33, 2);

  /** A generator and a discriminator of two layers each. */
  private static final class Game {
    private final Backend backend;
    private final List<Parameter> generator = new ArrayList<>();
    private final List<Parameter> discriminator = new ArrayList<>();

    Game(Backend backend) {
      this.backend = backend;
      layer(generator, "g", 4, 17);
      layer(generator, "g", 17, 2);
      layer(discriminator, "d", 2, 17);
      layer(discriminator, "d", 17, 1);
    }

    private void layer(List<Parameter> network, String name, int in, int out) {
      String path = name + network.size() / 2;
      for (Shape shape : List.of(Shape.of(out, in), Shape.of(out))) {
        double[] initial = numbers(shape, path + shape);
        network.add(new Parameter(backend, path + "/", shape, backend.dtype(), initial));
      }
    }

    private static double[] numbers(Shape shape, String stream) {
      RandomGenerator draws = Rng.ofSeed(1).stream(stream).at(0);
      return draws.doubles(shape.size(), -1, 1).toArray();
    }

    private Var batch(Tape tape, Shape shape, String stream) {
      return tape.constant(backend.tensor(shape, backend.dtype(), numbers(shape, stream)));
    }

    private static Var forward(Var x, List<Var> p) {
      Var hidden = x.dense(p.get(0), p.get(1), Activation.leakyRelu(0.2));
      return hidden.dense(p.get(2), p.get(3), Activation.TANH);
    }

    private static List<Var> used(Tape tape, List<Parameter> network) {
      return network.stream().map(tape::use).toList();
    }

    private static List<Var> frozen(Tape tape, List<Parameter> network) {
      return network.stream().map(parameter -> tape.constant(parameter.value())).toList();
    }

    /** Σ softplus(D(fake)) − D(real): a loss of either player, with either sign. */
    Var loss(Tape tape, List<Var> g, List<Var> d) {
      Var fake = forward(batch(tape, LATENT, "latent"), g);
      Var logits = forward(Var.concatRows(batch(tape, DATA, "real"), fake), d);
      return logits.rows(33, 66).softplus().sum().subtract(logits.rows(0, 33).sum());
    }

    /** Boxed, so that equal lists have equal bits. */
    static List<List<Double>> read(Gradients gradients, List<Parameter> network) {
      return network.stream()
          .map(parameter -> Arrays.stream(gradients.of(parameter).toDoubles()).boxed().toList())
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"reference,FLOAT32", "reference,FLOAT64", "cpu,FLOAT32", "cpu,FLOAT64"})
  void oneTapeGivesTheBitsOfTwo(String name, DType dtype) {
    try (Backend backend = Backends.open(name, new BackendOptions(2, dtype))) {
      Game game = new Game(backend);
      List<List<Double>> ofDiscriminator;
      List<List<Double>> ofGenerator;
      try (Tape tape = Tape.on(backend)) {
        Var loss =
            game.loss(tape, Game.frozen(tape, game.generator), Game.used(tape, game.discriminator));
        ofDiscriminator = Game.read(tape.backward(loss), game.discriminator);
      }
      try (Tape tape = Tape.on(backend)) {
        Var loss =
            game.loss(tape, Game.used(tape, game.generator), Game.frozen(tape, game.discriminator));
        ofGenerator = Game.read(tape.backward(loss.negate()), game.generator);
      }
      try (Tape tape = Tape.on(backend)) {
        Var loss =
            game.loss(tape, Game.used(tape, game.generator), Game.used(tape, game.discriminator));
        assertThat(Game.read(tape.backward(loss, game.discriminator), game.discriminator))
            .isEqualTo(ofDiscriminator)
            .allSatisfy(gradient -> assertThat(gradient).doesNotContain(0.0));
        assertThat(Game.read(tape.backward(loss.negate(), game.generator), game.generator))
            .isEqualTo(ofGenerator)
            .allSatisfy(gradient -> assertThat(gradient).doesNotContain(0.0));
        List<Parameter> both =
            Stream.of(game.generator, game.discriminator).flatMap(List::stream).toList();
        assertThat(Game.read(tape.backward(loss, both), both))
            .isEqualTo(Game.read(tape.backward(loss), both));
      }
    }
  }

  /** a ⊙ b, which writes down what was needed each time that it was differentiated. */
  private record Spied(List<boolean[]> calls) implements Primitive {
    @Override
    public List<Tensor> forward(Backend backend, List<Tensor> inputs) {
      return List.of(backend.binary(BinaryOp.MULTIPLY, inputs.get(0), inputs.get(1)));
    }

    @Override
    public List<Var> vjp(Node node, List<Var> upstream, boolean[] needed) {
      calls.add(needed.clone());
      Var g = upstream.get(0);
      return Var.gradients(
          needed[0] ? g.multiply(node.input(1)) : null,
          needed[1] ? g.multiply(node.input(0)) : null);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void nothingIsComputedForParametersThatWereNotAskedFor(String name) {
    try (Backend backend = Backends.open(name)) {
      Parameter g = new Parameter(backend, "g", Shape.of(2), DType.FLOAT64, 2, 3);
      Parameter d = new Parameter(backend, "d", Shape.of(2), DType.FLOAT64, 5, 7);
      Parameter unused = new Parameter(backend, "unused", Shape.of(3), DType.FLOAT64, 1, 1, 1);
      try (Tape tape = Tape.on(backend)) {
        Var z = tape.constant(backend.tensor(Shape.of(2), DType.FLOAT64, 11.0, 13.0));
        Spied generator = new Spied(new ArrayList<>());
        Spied discriminator = new Spied(new ArrayList<>());
        Var fake = Var.apply(generator, tape.use(g), z);
        Var loss = Var.apply(discriminator, fake, tape.use(d)).sum();

        Gradients ofD = tape.backward(loss, List.of(d, d, unused));
        assertThat(generator.calls()).isEmpty();
        assertThat(discriminator.calls()).hasSize(1);
        assertThat(discriminator.calls().get(0)).containsExactly(false, true);
        assertThat(ofD.of(d).toDoubles()).containsExactly(22, 39);
        assertThat(ofD.of(unused).toDoubles()).containsExactly(0, 0, 0);
        assertThat(ofD.scaled(2).of(d).toDoubles()).containsExactly(44, 78);
        String asked =
            "gradient: expected a parameter whose gradient was requested, got g[2]; name it in"
                + " backward(loss, parameters)";
        assertThatThrownBy(() -> ofD.of(g))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(asked);
        assertThatThrownBy(() -> ofD.scaled(2).of(g)).hasMessage(asked);

        Gradients ofG = tape.backward(loss, List.of(g));
        assertThat(discriminator.calls().get(1)).containsExactly(true, false);
        assertThat(ofG.of(g).toDoubles()).containsExactly(55, 91);
        assertThatThrownBy(() -> ofG.of(unused)).hasMessageContaining("got unused[3]");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void whatTheLossDoesNotDependOnHasGradientZero(String name) {
    try (Backend backend = Backends.open(name)) {
      Parameter p = new Parameter(backend, "p", Shape.of(2), DType.FLOAT32, 2, 3);
      Parameter q = new Parameter(backend, "q", Shape.of(1), DType.FLOAT32, 1);
      try (Tape tape = Tape.on(backend)) {
        Var p2 = tape.use(p).square();
        Gradients ofConstant = tape.backward(p2.detach().sum(), List.of(p));
        assertThat(ofConstant.of(p).toDoubles()).containsExactly(0, 0);
        Gradients ofSum = tape.backward(p2.sum(), List.of(p, q));
        Var later = tape.use(q).square();
        assertThat(ofSum.of(q).toDoubles()).containsExactly(0);
        assertThat(ofSum.of(p).toDoubles()).containsExactly(4, 6);
        assertThat(ofSum.of(p2).differentiable()).as("a gradient that was recorded").isFalse();
        assertThatCode(() -> tape.backward(later.sum(), List.of()).scaled(1))
            .doesNotThrowAnyException();
      }
    }
  }
}
