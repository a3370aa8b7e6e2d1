package org.gan4j.core.backend.reference;

import java.util.List;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.Window;

/**
 * Elements of convolutions, their adjoints and blockwise operations, each a sum over everything
 * that contributes to it. Maps are {@code [n, h, w, c]}.
 */
final class MapLoops {
  private MapLoops() {}

  /** One element of x ∗ w; elements of the padding are zeros, which are multiplied too. */
  static double conv2d(int i, Shape result, double[] x, Shape maps, double[] w, Window window) {
    int out = result.dim(3);
    int column = i / out % result.dim(2) * window.strideWidth() - window.paddingWidth();
    int row =
        i / (out * result.dim(2)) % result.dim(1) * window.strideHeight() - window.paddingHeight();
    int sample = i / result.columns();
    int channels = maps.dim(3);
    int weight = i % out * window.area() * channels;
    double sum = 0;
    for (int ky = 0; ky < window.height(); ky++) {
      for (int kx = 0; kx < window.width(); kx++) {
        for (int c = 0; c < channels; c++) {
          sum += element(x, maps, sample, row + ky, column + kx, c) * w[weight++];
        }
      }
    }
    return sum;
  }

  private static double element(double[] x, Shape maps, int sample, int row, int column, int c) {
    boolean inside = row >= 0 && row < maps.dim(1) && column >= 0 && column < maps.dim(2);
    int width = maps.dim(2);
    return inside ? x[((sample * maps.dim(1) + row) * width + column) * maps.dim(3) + c] : 0;
  }

  /** One element of the transposed convolution of g, from every position that covers it. */
  static double convTranspose2d(
      int i, Shape result, double[] g, Shape positions, double[] w, Window window) {
    int channels = result.dim(3);
    int c = i % channels;
    int column = i / channels % result.dim(2) + window.paddingWidth();
    int row = i / (channels * result.dim(2)) % result.dim(1) + window.paddingHeight();
    int sample = i / result.columns();
    int out = positions.dim(3);
    double sum = 0;
    for (int ky = 0; ky < window.height(); ky++) {
      for (int kx = 0; kx < window.width(); kx++) {
        int gy = position(row - ky, window.strideHeight(), positions.dim(1));
        int gx = position(column - kx, window.strideWidth(), positions.dim(2));
        for (int o = 0; o < out && gy >= 0 && gx >= 0; o++) {
          int weight = ((o * window.height() + ky) * window.width() + kx) * channels + c;
          sum += element(g, positions, sample, gy, gx, o) * w[weight];
        }
      }
    }
    return sum;
  }

  /** The position whose window begins at this coordinate, or −1 if there is none. */
  private static int position(int coordinate, int stride, int positions) {
    boolean exists = coordinate >= 0 && coordinate % stride == 0 && coordinate / stride < positions;
    return exists ? coordinate / stride : -1;
  }

  /** One element of the weights' gradient, a sum over all positions of all samples. */
  static double conv2dWeights(
      int i, double[] x, Shape maps, double[] g, Shape positions, Window window) {
    int channels = maps.dim(3);
    int c = i % channels;
    int kx = i / channels % window.width();
    int ky = i / (channels * window.width()) % window.height();
    int o = i / (channels * window.area());
    double sum = 0;
    for (int sample = 0; sample < maps.dim(0); sample++) {
      for (int gy = 0; gy < positions.dim(1); gy++) {
        for (int gx = 0; gx < positions.dim(2); gx++) {
          int row = gy * window.strideHeight() - window.paddingHeight() + ky;
          int column = gx * window.strideWidth() - window.paddingWidth() + kx;
          sum +=
              element(g, positions, sample, gy, gx, o) * element(x, maps, sample, row, column, c);
        }
      }
    }
    return sum;
  }

  /** One element of the maps with each element repeated in a block. */
  static double upsample(int i, Shape result, double[] x, Shape maps) {
    int channels = maps.dim(3);
    int column = i / channels % result.dim(2) / (result.dim(2) / maps.dim(2));
    int row = i / (channels * result.dim(2)) % result.dim(1) / (result.dim(1) / maps.dim(1));
    return element(x, maps, i / result.columns(), row, column, i % channels);
  }

  /** The mean of one block. */
  static double averagePool(int i, Shape result, double[] x, Shape maps) {
    int channels = maps.dim(3);
    int height = maps.dim(1) / result.dim(1);
    int width = maps.dim(2) / result.dim(2);
    int column = i / channels % result.dim(2) * width;
    int row = i / (channels * result.dim(2)) % result.dim(1) * height;
    double sum = 0;
    for (int y = row; y < row + height; y++) {
      for (int z = column; z < column + width; z++) {
        sum += element(x, maps, i / result.columns(), y, z, i % channels);
      }
    }
    return sum / (height * width);
  }

  /** One element of the moved maps. */
  static double translate(int i, double[] x, Shape maps, List<Shift> shifts) {
    int channels = maps.dim(3);
    int column = i / channels % maps.dim(2);
    int row = i / (channels * maps.dim(2)) % maps.dim(1);
    int sample = i / maps.columns();
    Shift shift = shifts.get(sample);
    return element(x, maps, sample, row - shift.down(), column - shift.right(), i % channels);
  }
}
