// Rows, columns, and sums of them. Reductions run in blocks of 32 x 8 threads.

KERNEL void add_row(const real* x, const real* row, real* y, unsigned n, unsigned columns) {
  FOR_EACH(i, n) y[i] = x[i] + row[i % columns];
}

KERNEL void scale_rows(const real* x, const real* factors, real* y, unsigned n,
                       unsigned columns) {
  FOR_EACH(i, n) y[i] = x[i] * factors[i / columns];
}

// Each element `inner` times, and all `count` of them again and again.
KERNEL void repeat(const real* x, real* y, unsigned n, unsigned inner, unsigned count) {
  FOR_EACH(i, n) y[i] = x[i / inner % count];
}

// Copies `columns` columns from `from` in rows of `wide` to `at` in rows of `target`.
KERNEL void copy_columns(const real* x, unsigned from, unsigned wide, real* y, unsigned at,
                         unsigned target, unsigned columns, unsigned n) {
  FOR_EACH(i, n) {
    unsigned row = i / columns, column = i % columns;
    y[row * target + at + column] = x[row * wide + from + column];
  }
}

// y[r] <- the sum over row r of a * b, or of a where b is null. A group of lanes takes a row.
KERNEL void row_dots(const real* a, const real* b, real* y, unsigned rows, unsigned columns) {
  unsigned row = blockIdx.x * GROUPS + threadIdx.y;
  double sum = 0;
  for (unsigned c = threadIdx.x; row < rows && c < columns; c += LANES) {
    unsigned i = row * columns + c;
    sum += b ? (double)a[i] * b[i] : a[i];
  }
  sum = sum_of_lanes(sum);
  if (row < rows && threadIdx.x == 0) y[row] = (real)sum;
}

// The larger one, or NaN if either is.
__device__ inline real larger(real a, real b) { return a >= b || a != a ? a : b; }

KERNEL void row_max(const real* x, real* y, unsigned rows, unsigned columns) {
  __shared__ real maxima[GROUPS][LANES];
  unsigned row = blockIdx.x * GROUPS + threadIdx.y;
  real most = log((real)0);  // minus infinity; NVRTC has no name for it
  for (unsigned c = threadIdx.x; row < rows && c < columns; c += LANES) {
    most = larger(most, x[row * columns + c]);
  }
  maxima[threadIdx.y][threadIdx.x] = most;
  __syncthreads();
  for (unsigned half = LANES / 2; half > 0; half /= 2) {
    if (threadIdx.x < half) {
      real other = maxima[threadIdx.y][threadIdx.x + half];
      maxima[threadIdx.y][threadIdx.x] = larger(maxima[threadIdx.y][threadIdx.x], other);
    }
    __syncthreads();
  }
  if (row < rows && threadIdx.x == 0) y[row] = maxima[threadIdx.y][0];
}

// The sum of the block's values, in all of its threads.
__device__ inline double sum_of_block(double value) {
  __shared__ double sums[GROUPS];
  double lanes = sum_of_lanes(value);
  if (threadIdx.x == 0) sums[threadIdx.y] = lanes;
  __syncthreads();
  double sum = 0;
  for (int group = 0; group < GROUPS; group++) sum += sums[group];
  __syncthreads();
  return sum;
}

// partials[b] <- block b's share of the sum of x, or of x * x.
KERNEL void partial_sums(const real* x, double* partials, unsigned n, int squares) {
  double sum = 0;
  unsigned thread = (blockIdx.x * GROUPS + threadIdx.y) * LANES + threadIdx.x;
  for (unsigned i = thread; i < n; i += gridDim.x * GROUPS * LANES) {
    double value = x[i];
    sum += squares ? value * value : value;
  }
  sum = sum_of_block(sum);
  if (threadIdx.x == 0 && threadIdx.y == 0) partials[blockIdx.x] = sum;
}

// *y <- the sum of the partial sums, rounded to the type of y.
KERNEL void total(const double* partials, real* y, unsigned n) {
  double sum = 0;
  for (unsigned i = threadIdx.y * LANES + threadIdx.x; i < n; i += GROUPS * LANES) {
    sum += partials[i];
  }
  sum = sum_of_block(sum);
  if (threadIdx.x == 0 && threadIdx.y == 0) *y = (real)sum;
}

// K sums for each column over one part of the rows: block (x, y) takes 32 columns and the rows of
// part y. `element(i, column, values)` gives the K summands at index i. The sums of part p are at
// partials[(k * parts + p) * columns + column].
template <int K, class F>
__device__ inline void partial_column_sums(double* partials, unsigned rows, unsigned columns,
                                           unsigned rows_per_part, F element) {
  __shared__ double sums[K][GROUPS][LANES];
  unsigned column = blockIdx.x * LANES + threadIdx.x;
  unsigned first = blockIdx.y * rows_per_part;
  unsigned last = min(rows, first + rows_per_part);
  double sum[K], values[K];
  for (int k = 0; k < K; k++) sum[k] = 0;
  for (unsigned row = first + threadIdx.y; column < columns && row < last; row += GROUPS) {
    element(row * columns + column, column, values);
    for (int k = 0; k < K; k++) sum[k] += values[k];
  }
  for (int k = 0; k < K; k++) sums[k][threadIdx.y][threadIdx.x] = sum[k];
  __syncthreads();
  if (threadIdx.y != 0 || column >= columns) return;
  for (int k = 0; k < K; k++) {
    double all = 0;
    for (int group = 0; group < GROUPS; group++) all += sums[k][group][threadIdx.x];
    partials[(k * gridDim.y + blockIdx.y) * columns + column] = all;
  }
}

KERNEL void column_sums(const real* x, double* partials, unsigned rows, unsigned columns,
                        unsigned rows_per_part) {
  partial_column_sums<1>(partials, rows, columns, rows_per_part,
                         [=](unsigned i, unsigned, double* values) { values[0] = x[i]; });
}

// delta <- upstream * activation'(y), and its column sums.
KERNEL void backward_columns(const real* y, const real* upstream, real* delta, double* partials,
                             unsigned rows, unsigned columns, unsigned rows_per_part, int kind,
                             double slope) {
  partial_column_sums<1>(partials, rows, columns, rows_per_part,
                         [=](unsigned i, unsigned, double* values) {
                           real d = upstream[i] * derivative(kind, (real)slope, y[i]);
                           delta[i] = d;
                           values[0] = d;
                         });
}

// y[c] <- scale * (the sum of all parts of column c, in order).
KERNEL void finish_columns(const double* partials, real* y, unsigned parts, unsigned columns,
                           double scale) {
  FOR_EACH(c, columns) {
    double sum = 0;
    for (unsigned part = 0; part < parts; part++) sum += partials[part * columns + c];
    y[c] = (real)(scale * sum);
  }
}
