package org.gan4j.examples.theorem.trained;

final class GaussLegendre {
  private final double[] x, w;
  private GaussLegendre(double[] x, double[] w) { this.x = x; this.w = w; }
  static GaussLegendre of(int n) {
    double[] x = new double[n], w = new double[n];
    for (int i = 0; i < n; i++) {
      double t = Math.cos(Math.PI * (i + 0.75) / (n + 0.5)), d = 0;
      for (int k = 0; k < 100; k++) {
        double a = 1, b = t;
        for (int j = 2; j <= n; j++) { double c = ((2 * j - 1) * t * b - (j - 1) * a) / j; a = b; b = c; }
        d = n * (t * b - a) / (t * t - 1);
        double s = b / d; t -= s;
        if (Math.abs(s) < 1e-16) break;
      }
      x[n - 1 - i] = t; w[n - 1 - i] = 2 / ((1 - t * t) * d * d);
    }
    return new GaussLegendre(x, w);
  }
  double node(int i) { return x[i]; }
  double weight(int i) { return w[i]; }
}
