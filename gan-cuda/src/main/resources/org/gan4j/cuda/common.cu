// What all kernels share. The sources are compiled once for each element type, with REAL set to
// float or double, by NVRTC on the machine that has the device.
//
// Sums are taken in doubles and in an order that depends on shapes alone, so that results repeat bit
// for bit. Nothing uses atomics on numbers.

typedef REAL real;

#ifndef KERNEL
#define KERNEL extern "C" __global__
#endif

// Threads of a block, and how reductions divide them: 8 groups of 32.
#define LANES 32
#define GROUPS 8

// Every thread takes each (number of threads)-th element, whatever the size of the grid.
#define FOR_EACH(i, n)                                            \
  for (unsigned i = blockIdx.x * blockDim.x + threadIdx.x; i < n; \
       i += gridDim.x * blockDim.x)

// As in KernelCodes.
enum { IDENTITY, RELU, LEAKY_RELU, TANH, SIGMOID, SOFTPLUS };

__device__ inline real sigmoid(real x) {
  real e = exp(-fabs(x));  // at most 1, so that neither tail overflows
  return (x < 0 ? e : 1) / (1 + e);
}

__device__ inline real activate(int kind, real slope, real x) {
  switch (kind) {
    case RELU: return x <= 0 ? 0 : x;
    case LEAKY_RELU: return x < 0 ? slope * x : x;
    case TANH: return tanh(x);
    case SIGMOID: return sigmoid(x);
    case SOFTPLUS: return (x > 0 ? x : 0) + log1p(exp(-fabs(x)));
    default: return x;
  }
}

// The derivative where the output is y.
__device__ inline real derivative(int kind, real slope, real y) {
  switch (kind) {
    case RELU:
    case LEAKY_RELU: return y > 0 ? 1 : y <= 0 ? slope : y;
    case TANH: return 1 - y * y;
    case SIGMOID: return y * (1 - y);
    case SOFTPLUS: return -expm1(-y);
    default: return 1;
  }
}

// The sum over a group's lanes, a tree of fixed shape; all threads of the block must call it.
__device__ inline double sum_of_lanes(double value) {
  __shared__ double sums[GROUPS][LANES];
  sums[threadIdx.y][threadIdx.x] = value;
  __syncthreads();
  for (unsigned half = LANES / 2; half > 0; half /= 2) {
    if (threadIdx.x < half) {
      sums[threadIdx.y][threadIdx.x] += sums[threadIdx.y][threadIdx.x + half];
    }
    __syncthreads();
  }
  double sum = sums[threadIdx.y][0];
  __syncthreads();  // before the next call writes
  return sum;
}
