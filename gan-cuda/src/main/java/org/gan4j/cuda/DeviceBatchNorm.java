package org.gan4j.cuda;

import org.gan4j.cuda.DeviceSums.Division;

/** Batch norm and its gradients on the columns of one matrix. */
final class DeviceBatchNorm {
  private final CudaStream stream;
  private final DeviceSums sums;
  private final DeviceMemory x;
  private final Division division;

  DeviceBatchNorm(CudaStream stream, DeviceSums sums, DeviceMemory x, int rows, int columns) {
    this.stream = stream;
    this.sums = sums;
    this.x = x;
    this.division = Division.of(rows, columns);
  }

  void moments(DeviceMemory mean, DeviceMemory variance) {
    double share = 1.0 / division.rows();
    DeviceMemory partials = sums.partials(division, 1);
    division.run(division.extents(stream.launch(Kernel.COLUMN_SUMS, x.dtype()).at(x).at(partials)));
    sums.finish(division, partials, share, mean);
    DeviceMemory deviations = sums.partials(division, 1);
    KernelLaunch launch =
        stream.launch(Kernel.COLUMN_DEVIATIONS, x.dtype()).at(x).at(mean).at(deviations);
    division.run(division.extents(launch));
    sums.finish(division, deviations, share, variance);
  }

  void forward(
      DeviceMemory mean,
      DeviceMemory variance,
      double epsilon,
      DeviceMemory weight,
      DeviceMemory bias,
      DeviceMemory y) {
    stream
        .launch(Kernel.BATCH_NORM, x.dtype())
        .at(x)
        .at(mean)
        .at(variance)
        .at(weight)
        .at(bias)
        .at(y)
        .count(elements())
        .count(division.columns())
        .number(epsilon)
        .each(elements());
  }

  /** The gradients of weight and bias first, since the gradient of x needs both. */
  void backward(
      DeviceMemory mean,
      DeviceMemory variance,
      double epsilon,
      DeviceMemory weight,
      DeviceMemory upstream,
      Gradients gradients) {
    DeviceMemory partials = sums.partials(division, 2);
    KernelLaunch launch =
        stream.launch(Kernel.NORM_SUMS, x.dtype()).at(x).at(upstream).at(mean).at(partials);
    division.run(division.extents(launch));
    stream
        .launch(Kernel.NORM_PARAMETERS, x.dtype())
        .at(partials)
        .at(variance)
        .at(gradients.weight())
        .at(gradients.bias())
        .count(division.parts())
        .count(division.columns())
        .number(epsilon)
        .each(division.columns());
    sums.done();
    stream
        .launch(Kernel.NORM_BACKWARD, x.dtype())
        .at(x)
        .at(upstream)
        .at(mean)
        .at(variance)
        .at(weight)
        .at(gradients.weight())
        .at(gradients.bias())
        .at(gradients.x())
        .count(elements())
        .count(division.columns())
        .number(epsilon)
        .number(1.0 / division.rows())
        .each(elements());
  }

  private int elements() {
    return division.rows() * division.columns();
  }

  /** Where the gradients go. */
  record Gradients(DeviceMemory x, DeviceMemory weight, DeviceMemory bias) {}
}
