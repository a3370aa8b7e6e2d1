package org.gan4j.losses.divergence;

/**
 * The Gauss–Kronrod rule with 21 points on one panel, and its error estimate.
 *
 * @paper Piessens, de Doncker-Kapenga, Überhuber and Kahaner, QUADPACK, 1983: routine QK21
 */
final class GaussKronrod {
  static final int POINTS = 21;

  private static final double[] NODES = {
    0.9956571630258081,
    0.9739065285171717,
    0.9301574913557082,
    0.8650633666889845,
    0.7808177265864169,
    0.6794095682990244,
    0.5627571346686047,
    0.4333953941292472,
    0.2943928627014602,
    0.14887433898163122
  };

  private static final double[] KRONROD = {
    0.011694638867371874,
    0.032558162307964725,
    0.054755896574351995,
    0.07503967481091996,
    0.0931254545836976,
    0.10938715880229764,
    0.12349197626206584,
    0.13470921731147334,
    0.14277593857706009,
    0.14773910490133849
  };

  private static final double KRONROD_CENTRE = 0.1494455540029169;

  /** Of the nodes with odd index. */
  private static final double[] GAUSS = {
    0.06667134430868814,
    0.1494513491505806,
    0.21908636251598204,
    0.26926671930999635,
    0.29552422471475287
  };

  private GaussKronrod() {}

  /**
   * The integral over one panel.
   *
   * @param panel the panel
   * @param value the integral
   * @param error the estimated error of the rule, without rounding
   * @param magnitude the integral of the absolute value
   */
  record Piece(Panel panel, double value, double error, double magnitude) {
    /** Whether halving the panel can only stir the rounding errors. */
    boolean isResolved() {
      return error <= 50 * Math.ulp(1.0) * magnitude || !panel.splits();
    }
  }

  static Piece integrate(Integrand f, Panel panel) {
    double half = 0.5 * (panel.upper() - panel.lower());
    double middle = 0.5 * (panel.upper() + panel.lower());
    double[] values = new double[POINTS];
    double centre = panel.value(f, middle);
    values[POINTS - 1] = centre;
    double kronrod = KRONROD_CENTRE * centre;
    double magnitude = Math.abs(kronrod);
    double gauss = 0;
    for (int i = 0; i < NODES.length; i++) {
      double below = panel.value(f, middle - half * NODES[i]);
      double above = panel.value(f, middle + half * NODES[i]);
      values[2 * i] = below;
      values[2 * i + 1] = above;
      kronrod += KRONROD[i] * (below + above);
      magnitude += KRONROD[i] * (Math.abs(below) + Math.abs(above));
      gauss += (i & 1) == 1 ? GAUSS[i / 2] * (below + above) : 0;
    }
    double deviation = half * deviation(values, 0.5 * kronrod);
    double error = error(half * Math.abs(kronrod - gauss), deviation);
    return new Piece(panel, half * kronrod, error, half * magnitude);
  }

  /** The rule's own mean absolute deviation from the mean value. */
  private static double deviation(double[] values, double mean) {
    double sum = KRONROD_CENTRE * Math.abs(values[POINTS - 1] - mean);
    for (int i = 0; i < NODES.length; i++) {
      sum += KRONROD[i] * (Math.abs(values[2 * i] - mean) + Math.abs(values[2 * i + 1] - mean));
    }
    return sum;
  }

  /** QUADPACK's scaling: the difference of two rules belongs to the lesser one. */
  private static double error(double difference, double deviation) {
    if (deviation == 0 || difference == 0) {
      return difference;
    }
    return deviation * Math.min(1, Math.pow(200 * difference / deviation, 1.5));
  }
}
