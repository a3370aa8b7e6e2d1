package org.gan4j.export;

import org.gan4j.core.DType;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.io.safetensors.TensorData;

/** PyTorch's layers in plain loops, on the tensors of a file. */
final class ChannelsFirst {
  private ChannelsFirst() {}

  private static double[] values(SafetensorsFile file, String name) {
    TensorData data = file.tensors().get(name);
    if (data.dtype() == DType.FLOAT64) {
      return data.doubles();
    }
    float[] floats = data.floats();
    double[] values = new double[floats.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = floats[i];
    }
    return values;
  }

  static double[] linear(SafetensorsFile file, String module, double[] x) {
    double[] weight = values(file, module + ".weight");
    double[] y = values(file, module + ".bias");
    for (int out = 0; out < y.length; out++) {
      for (int in = 0; in < x.length; in++) {
        y[out] += weight[out * x.length + in] * x[in];
      }
    }
    return y;
  }

  /** A convolution of padding 1 on maps [in, height, width], with weights [out, in, 3, 3]. */
  static double[] conv3x3(SafetensorsFile file, String module, double[] x, int height, int width) {
    double[] weight = values(file, module + ".weight");
    double[] bias = values(file, module + ".bias");
    int inputs = x.length / (height * width);
    double[] y = new double[bias.length * height * width];
    for (int i = 0; i < y.length; i++) {
      int out = i / (height * width);
      int row = i / width % height;
      int column = i % width;
      y[i] = bias[out];
      for (int j = 0; j < inputs * 9; j++) {
        int r = row + j / 3 % 3 - 1;
        int c = column + j % 3 - 1;
        if (r >= 0 && r < height && c >= 0 && c < width) {
          y[i] += weight[out * inputs * 9 + j] * x[(j / 9 * height + r) * width + c];
        }
      }
    }
    return y;
  }
}
