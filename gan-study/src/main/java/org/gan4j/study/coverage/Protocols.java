package org.gan4j.study.coverage;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.core.Expect;
import org.gan4j.data.distribution.Grid;
import org.gan4j.data.distribution.MultiModal;
import org.gan4j.data.distribution.Ring;

/** The known coverage protocols. */
public final class Protocols {
  private static final String PACGAN = "Lin et al. 2018, arXiv:1712.04086, Table 1";
  private static final String VEEGAN = "Srivastava et al. 2017, arXiv:1705.07761, Table 1";
  private static final String D2L = "Dive into Deep Learning, the GAN chapter's notebooks of 2026";

  private static final MultiModal RING = new Ring(8, 1, 0.01);
  private static final MultiModal GRID = new Grid(5, 2, 0.05);

  private static final String PACGAN_SET_UP =
      "z ~ N(0, I2); G 4x400 ReLU with batch norm; D 3x200 maxout of 5; Adam 1e-4, beta1 0.8;"
          + " non-saturating; 100 000 points in batches of 100, 400 epochs";
  private static final String D2L_SET_UP =
      "G 256-256 ReLU; D 256-256 leaky ReLU 0.2; Adam 2e-4, betas 0 and 0.99; batch 256;"
          + " 20 000 steps; gamma 1; ";

  private static final List<Published> D2L_FIGURES =
      List.of(
          new Published("GAN + R1 + R2", "25", "at most about 10", "-"),
          new Published("RpGAN + R1 + R2", "25", "at most about 10", "-"));

  private static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "pacgan-2018",
              "ring",
              2_500,
              10,
              RING,
              Set.of(),
              PACGAN,
              PACGAN_SET_UP,
              List.of(
                  new Published("GAN", "6.3 ± 0.5", "98.2 ± 0.2", "0.45 ± 0.09"),
                  new Published("PacGAN2", "7.9 ± 0.1", "95.6 ± 2.0", "0.07 ± 0.03"))),
          new Protocol(
              "pacgan-2018",
              "grid",
              2_500,
              10,
              GRID,
              Set.of(),
              PACGAN,
              PACGAN_SET_UP,
              List.of(
                  new Published("GAN", "17.3 ± 0.8", "94.8 ± 0.7", "0.70 ± 0.07"),
                  new Published("PacGAN4", "24.8 ± 0.2", "93.6 ± 0.6", "0.04 ± 0.01"))),
          new Protocol(
              "veegan-2017",
              "ring",
              2_500,
              5,
              RING,
              Set.of(),
              VEEGAN,
              "no settings of the networks; data as in pacgan-2018",
              List.of(
                  new Published("GAN", "1", "99.3", "-"),
                  new Published("VEEGAN", "8", "52.9", "-"))),
          new Protocol(
              "veegan-2017",
              "grid",
              2_500,
              5,
              GRID,
              Set.of(),
              VEEGAN,
              "no settings of the networks; data as in pacgan-2018",
              List.of(
                  new Published("GAN", "3.3", "0.5", "-"),
                  new Published("VEEGAN", "24.6", "40", "-"))),
          new Protocol(
              "d2l-2026",
              "grid",
              10_000,
              5,
              GRID,
              EnumSet.allOf(Rule.class),
              D2L,
              D2L_SET_UP + "z of 64 dimensions",
              D2L_FIGURES),
          new Protocol(
              "d2l-2026-open",
              "grid",
              10_000,
              5,
              GRID,
              EnumSet.complementOf(EnumSet.of(Rule.LATENT)),
              D2L,
              D2L_SET_UP + "z free",
              D2L_FIGURES));

  private Protocols() {}

  /** {@return all protocols, one entry per data set} */
  public static List<Protocol> all() {
    return ALL;
  }

  /** {@return the names of the protocols} */
  public static List<String> names() {
    return ALL.stream().map(Protocol::name).distinct().toList();
  }

  /**
   * Returns a protocol on its first data set.
   *
   * @param name one of {@link #names}
   * @return the protocol
   * @throws IllegalArgumentException if there is no such protocol; the message lists the names
   */
  public static Protocol named(String name) {
    return of(name).get(0);
  }

  /**
   * Returns a protocol on one of its data sets.
   *
   * @param name one of {@link #names}
   * @param data the data set's name
   * @return the protocol
   * @throws IllegalArgumentException if there is no such protocol or data set; the message lists
   *     the known ones
   */
  public static Protocol named(String name, String data) {
    List<Protocol> protocols = of(name);
    return protocols.stream()
        .filter(protocol -> protocol.data().equals(data))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "protocol %s: expected data %s, got '%s'",
                        name,
                        protocols.stream().map(Protocol::data).collect(Collectors.joining(" or ")),
                        data)));
  }

  private static List<Protocol> of(String name) {
    List<Protocol> protocols =
        ALL.stream().filter(protocol -> protocol.name().equals(name)).toList();
    if (protocols.isEmpty()) {
      throw Expect.unknown("protocol", names(), name);
    }
    return protocols;
  }
}
