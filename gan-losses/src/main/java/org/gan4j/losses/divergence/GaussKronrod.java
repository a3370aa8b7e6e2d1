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

  private final Integrand f;
  private final QuadraturePanel panel;
  private final double roundoff;
  private final double half;
  private final double middle;

  /** Multiplied into each value as a logarithm, for without it some overflow. */
  private final double logHalf;

  /** At the nodes, from the least. */
  private final double[] values = new double[POINTS];

  private double noise;

  private GaussKronrod(Integrand f, QuadraturePanel panel, double roundoff) {
    this.f = f;
    this.panel = panel;
    this.roundoff = roundoff;
    half = 0.5 * panel.width();
    middle = 0.5 * (panel.upper() + panel.lower());
    logHalf = Math.log(half);
  }

  /**
   * The integral over one panel.
   *
   * @param panel the panel
   * @param value the integral
   * @param error the estimated error of the rule, without rounding
   * @param magnitude the integral of the absolute value
   * @param noise a bound on the rounding errors
   */
  record Piece(QuadraturePanel panel, double value, double error, double magnitude, double noise) {
    /** Whether halving the panel can only stir the rounding errors. */
    boolean isResolved() {
      return error <= Math.max(50 * Math.ulp(1.0) * magnitude, 0.25 * noise) || !panel.splits();
    }
  }

  /** Integrates a function of densities whose values have this relative error. */
  static Piece integrate(Integrand f, QuadraturePanel panel, double roundoff) {
    return new GaussKronrod(f, panel, roundoff).integrate();
  }

  private Piece integrate() {
    int centre = NODES.length;
    values[centre] = value(middle, KRONROD_CENTRE);
    double kronrod = KRONROD_CENTRE * values[centre];
    double magnitude = Math.abs(kronrod);
    double gauss = 0;
    for (int i = 0; i < NODES.length; i++) {
      double below = value(middle - half * NODES[i], KRONROD[i]);
      double above = value(middle + half * NODES[i], KRONROD[i]);
      values[i] = below;
      values[POINTS - 1 - i] = above;
      kronrod += KRONROD[i] * (below + above);
      magnitude += KRONROD[i] * (Math.abs(below) + Math.abs(above));
      gauss += (i & 1) == 1 ? GAUSS[i / 2] * (below + above) : 0;
    }
    double error = error(Math.abs(kronrod - gauss), deviation(0.5 * kronrod));
    return new Piece(panel, kronrod, error, magnitude, noise + displacement());
  }

  private double value(double t, double weight) {
    Term term = f.at(panel.at(t));
    double log = term.log() + logHalf;
    double mass = Math.exp(log);
    if (mass == 0) {
      return 0;
    }
    double value = term.factor() == 0 ? 0 : mass * term.factor();
    double logs = Math.abs(log) + Math.max(0, Math.getExponent(term.factor()));
    double ownNoise = Math.abs(value) * (roundoff + Term.PER_LOG * logs);
    noise += weight * (ownNoise + mass * (term.condition() * roundoff + term.noise()));
    return value;
  }

  /** The rule's own mean absolute deviation from the mean value. */
  private double deviation(double mean) {
    double sum = KRONROD_CENTRE * Math.abs(values[NODES.length] - mean);
    for (int i = 0; i < NODES.length; i++) {
      sum += KRONROD[i] * (Math.abs(values[i] - mean) + Math.abs(values[POINTS - 1 - i] - mean));
    }
    return sum;
  }

  /** The nodes are rounded, too, which shows where the values vary from one to the next. */
  private double displacement() {
    double variation = 0;
    for (int i = 1; i < POINTS; i++) {
      variation += Math.abs(values[i] - values[i - 1]);
    }
    double rounding = 0.5 * Math.ulp(Math.max(Math.abs(panel.lower()), Math.abs(panel.upper())));
    return variation * (rounding / half);
  }

  /**
   * The greater of QUADPACK's estimate and the plain difference of the two rules. QUADPACK trusts
   * the better rule to be far better than the difference, which next to a bump that is narrower
   * than the nodes' distance it is not.
   */
  private static double error(double difference, double deviation) {
    if (deviation == 0 || difference == 0) {
      return difference;
    }
    double scaled = deviation * Math.min(1, Math.pow(200 * difference / deviation, 1.5));
    return Math.max(difference, scaled);
  }
}
