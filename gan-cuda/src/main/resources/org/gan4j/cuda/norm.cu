// Batch norm on the columns of a matrix. Ioffe and Szegedy 2015, Algorithm 1.

KERNEL void column_deviations(const real* x, const real* mean, double* partials, unsigned rows,
                              unsigned columns, unsigned rows_per_part) {
  partial_column_sums<1>(partials, rows, columns, rows_per_part,
                         [=](unsigned i, unsigned c, double* values) {
                           double centred = (double)x[i] - mean[c];
                           values[0] = centred * centred;
                         });
}

__device__ inline real normal_factor(real variance, double epsilon) {
  return 1 / sqrt(variance + (real)epsilon);
}

KERNEL void batch_norm(const real* x, const real* mean, const real* variance, const real* weight,
                       const real* bias, real* y, unsigned n, unsigned columns, double epsilon) {
  FOR_EACH(i, n) {
    unsigned c = i % columns;
    y[i] = (x[i] - mean[c]) * (weight[c] * normal_factor(variance[c], epsilon)) + bias[c];
  }
}

// The column sums of g and of g * (x - mean).
KERNEL void norm_sums(const real* x, const real* upstream, const real* mean, double* partials,
                      unsigned rows, unsigned columns, unsigned rows_per_part) {
  partial_column_sums<2>(partials, rows, columns, rows_per_part,
                         [=](unsigned i, unsigned c, double* values) {
                           values[0] = upstream[i];
                           values[1] = (double)upstream[i] * ((double)x[i] - mean[c]);
                         });
}

// The gradients of bias and weight from those sums.
KERNEL void norm_parameters(const double* partials, const real* variance, real* dweight,
                            real* dbias, unsigned parts, unsigned columns, double epsilon) {
  FOR_EACH(c, columns) {
    double plain = 0, centred = 0;
    for (unsigned part = 0; part < parts; part++) {
      plain += partials[part * columns + c];
      centred += partials[(parts + part) * columns + c];
    }
    dbias[c] = (real)plain;
    dweight[c] = (real)(centred * normal_factor(variance[c], epsilon));
  }
}

// w * f * (g - mean(g) - normal * mean(g * normal)): the part of g that changes no moment.
KERNEL void norm_backward(const real* x, const real* upstream, const real* mean,
                          const real* variance, const real* weight, const real* dweight,
                          const real* dbias, real* dx, unsigned n, unsigned columns,
                          double epsilon, double share) {
  FOR_EACH(i, n) {
    unsigned c = i % columns;
    real factor = normal_factor(variance[c], epsilon);
    real normal = (x[i] - mean[c]) * factor;
    real moving = upstream[i] - (real)share * (dbias[c] + normal * dweight[c]);
    dx[i] = weight[c] * factor * moving;
  }
}
