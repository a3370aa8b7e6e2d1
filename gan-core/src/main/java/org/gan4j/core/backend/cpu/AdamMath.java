package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.AdamStep;

/** Adam on tiles: p, m and v in one pass. {@link AdamStep} has the formula. */
final class AdamMath {
  private AdamMath() {}

  static void update(float[] p, float[] g, float[] m, float[] v, int n, AdamStep step) {
    float b1 = (float) step.beta1();
    float b2 = (float) step.beta2();
    float a1 = (float) (1 - step.beta1());
    float a2 = (float) (1 - step.beta2());
    float size = (float) step.stepSize();
    float scale = (float) step.secondMomentScale();
    float epsilon = (float) step.epsilon();
    int end = LoopEnd.of(n, p.length);
    for (int i = 0; i < end; i++) {
      m[i] = b1 * m[i] + a1 * g[i];
      v[i] = b2 * v[i] + a2 * g[i] * g[i];
      p[i] -= size * m[i] / ((float) Math.sqrt(v[i]) * scale + epsilon);
    }
  }

  static void update(double[] p, double[] g, double[] m, double[] v, int n, AdamStep step) {
    double b1 = step.beta1();
    double b2 = step.beta2();
    double size = step.stepSize();
    double scale = step.secondMomentScale();
    double epsilon = step.epsilon();
    int end = LoopEnd.of(n, p.length);
    for (int i = 0; i < end; i++) {
      m[i] = b1 * m[i] + (1 - b1) * g[i];
      v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
      p[i] -= size * m[i] / (Math.sqrt(v[i]) * scale + epsilon);
    }
  }
}
