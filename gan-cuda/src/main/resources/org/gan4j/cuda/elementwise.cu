// One result from the elements at one index. Scalars come as doubles and are rounded here.

KERNEL void fill(real* y, unsigned n, double value) {
  FOR_EACH(i, n) y[i] = (real)value;
}

// As in KernelCodes.
enum { NEGATE, EXP, LOG, SQRT, SQUARE, ABS, SIGN, RECIPROCAL, FINITE_OR_ZERO };

__device__ inline real unary_of(int op, real x) {
  switch (op) {
    case NEGATE: return -x;
    case EXP: return exp(x);
    case LOG: return log(x);
    case SQRT: return sqrt(x);
    case SQUARE: return x * x;
    case ABS: return fabs(x);
    case SIGN: return x > 0 ? 1 : x < 0 ? -1 : x;
    case RECIPROCAL: return 1 / x;
    default: return isfinite(x) ? x : 0;
  }
}

KERNEL void unary(const real* x, real* y, unsigned n, int op) {
  FOR_EACH(i, n) y[i] = unary_of(op, x[i]);
}

// As in KernelCodes.
enum { ADD, SUBTRACT, MULTIPLY, DIVIDE };

__device__ inline real binary_of(int op, real a, real b) {
  switch (op) {
    case ADD: return a + b;
    case SUBTRACT: return a - b;
    case MULTIPLY: return a * b;
    default: return a / b;
  }
}

KERNEL void binary(const real* a, const real* b, real* y, unsigned n, int op) {
  FOR_EACH(i, n) y[i] = binary_of(op, a[i], b[i]);
}

KERNEL void affine(const real* x, real* y, unsigned n, double scale, double shift) {
  FOR_EACH(i, n) y[i] = (real)scale * x[i] + (real)shift;
}

KERNEL void activation(const real* x, real* y, unsigned n, int kind, double slope) {
  FOR_EACH(i, n) y[i] = activate(kind, (real)slope, x[i]);
}

KERNEL void activation_backward(const real* y, const real* upstream, real* delta, unsigned n,
                                int kind, double slope) {
  FOR_EACH(i, n) delta[i] = upstream[i] * derivative(kind, (real)slope, y[i]);
}

// y <- activation(y + bias), where bias may be null.
KERNEL void bias_activation(real* y, const real* bias, unsigned n, unsigned columns, int kind,
                            double slope) {
  FOR_EACH(i, n) {
    real x = bias ? y[i] + bias[i % columns] : y[i];
    y[i] = activate(kind, (real)slope, x);
  }
}

// AdamStep has the formula; size and scale hold the bias corrections.
KERNEL void adam(real* p, const real* g, real* m, real* v, unsigned n, double beta1, double beta2,
                 double size, double scale, double epsilon) {
  real b1 = (real)beta1, a1 = (real)(1 - beta1), b2 = (real)beta2, a2 = (real)(1 - beta2);
  FOR_EACH(i, n) {
    m[i] = b1 * m[i] + a1 * g[i];
    v[i] = b2 * v[i] + a2 * g[i] * g[i];
    p[i] -= (real)size * m[i] / (sqrt(v[i]) * (real)scale + (real)epsilon);
  }
}
