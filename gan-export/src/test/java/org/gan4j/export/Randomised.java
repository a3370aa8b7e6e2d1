package org.gan4j.export;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;

/**
 * A network as after training: no parameter or running statistic has its initial number. It is
 * evaluated on a few latent samples, with the labels 0, 1, … in turn.
 */
record Randomised(LayerSpec spec, Layer layer, int latent, Backend backend) {
  static final int SAMPLES = 5;

  static Randomised of(LayerSpec spec, int latent, Backend backend) {
    Layer layer = spec.build(Shape.of(latent), Rng.ofSeed(1).child("generator"), backend);
    for (Parameter parameter : layer.parameters()) {
      fillConstant(parameter.name(), parameter.state(), backend);
    }
    layer.buffers().forEach((name, state) -> fillConstant(name, state, backend));
    return new Randomised(spec, layer, latent, backend);
  }

  private static RandomGenerator draws(String name) {
    return Rng.ofSeed(2).stream(name).at(0);
  }

  /** Weights are random already; all others start as 0 or 1. */
  private static void fillConstant(String name, State state, Backend backend) {
    double[] initial = state.read().toDoubles();
    if (Arrays.stream(initial).allMatch(value -> value == initial[0])) {
      double[] values = draws(name).doubles(initial.length, 0.2, 1).toArray();
      try (Tape tape = Tape.on(backend)) {
        backend.assign(state, tape.backend().tensor(state.shape(), state.dtype(), values));
      }
    }
  }

  float[] latents() {
    float[] latents = new float[SAMPLES * latent];
    RandomGenerator draws = draws("latent");
    for (int i = 0; i < latents.length; i++) {
      latents[i] = (float) draws.nextGaussian();
    }
    return latents;
  }

  long[] labels() {
    long[] labels = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      labels[i] = i % spec.classes();
    }
    return labels;
  }

  /** Evaluates the network itself; maps are channels last. */
  float[] samples() {
    try (Tape tape = Tape.on(backend)) {
      Var z = tape.constant(backend.tensor(Shape.of(SAMPLES, latent), backend.dtype(), latents()));
      Pass pass = Pass.eval(tape);
      if (spec.classes() > 0) {
        double[] oneHot = new double[SAMPLES * spec.classes()];
        for (int i = 0; i < SAMPLES; i++) {
          oneHot[i * spec.classes() + (int) labels()[i]] = 1;
        }
        Shape shape = Shape.of(SAMPLES, spec.classes());
        pass = pass.labelled(tape.constant(backend.tensor(shape, backend.dtype(), oneHot)));
      }
      return layer.forward(z, pass).value().toFloats();
    }
  }

  /** Puts samples of channels-last maps into the order of a graph. */
  static float[] channelsFirst(float[] samples, Shape sample) {
    if (sample.rank() != 3) {
      return samples;
    }
    int height = sample.dim(0);
    int width = sample.dim(1);
    int channels = sample.dim(2);
    float[] result = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int channel = i % channels;
      int place = i / channels % (height * width);
      int n = i / sample.length();
      result[(n * channels + channel) * height * width + place] = samples[i];
    }
    return result;
  }
}
