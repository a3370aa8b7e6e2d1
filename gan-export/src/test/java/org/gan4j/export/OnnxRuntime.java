package org.gan4j.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.gan4j.core.Shape;

/** Evaluates exported files with ONNX Runtime. */
final class OnnxRuntime {
  private OnnxRuntime() {}

  /** The outputs, and their extents. */
  record Samples(FloatBuffer values, Shape extents) {}

  static Samples run(Path file, Randomised network) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long n = Randomised.SAMPLES;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(file.toString(), options);
        OnnxTensor latent =
            OnnxTensor.createTensor(
                environment,
                FloatBuffer.wrap(network.latents()),
                new long[] {n, network.latent()})) {
      Map<String, OnnxTensor> inputs = new HashMap<>(Map.of("latent", latent));
      if (network.spec().classes() > 0) {
        inputs.put(
            "label",
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(network.labels()), new long[] {n}));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        OnnxTensor samples = (OnnxTensor) result.get("samples").orElseThrow();
        long[] extents = samples.getInfo().getShape();
        int[] dims = LongStream.of(extents).mapToInt(Math::toIntExact).toArray();
        return new Samples(samples.getFloatBuffer(), Shape.of(dims));
      }
    }
  }
}
