package org.gan4j.io.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The colours of all plots, for light pages and for dark ones. */
enum Ink {
  PAGE("#ffffff", "#15171a"),
  WORDS("#1b1d21", "#e6e8eb"),
  SOFT("#5b616b", "#a0a6b0"),
  GRID("#d9dce1", "#363b43"),
  GREY("#8c8c8c", "#8c8c8c"),
  BLUE("#0b62a8", "#6db3f2"),
  ORANGE("#c4570a", "#f2a14f"),
  GREEN("#1d8a5b", "#63d0a0"),
  PURPLE("#a13a86", "#e58fcb"),
  OLIVE("#8a6d00", "#dcc75a"),
  CYAN("#3aa0c9", "#86d7f0"),
  SLATE("#4a4f57", "#c3c8d0");

  /** The colours of series, in turn. */
  private static final List<Ink> SERIES = List.of(BLUE, ORANGE, GREEN, PURPLE, OLIVE, CYAN, SLATE);

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The colour of the series at this index of a figure, in cyclic order. */
  static Ink of(Series series, int index) {
    return series.grey() ? GREY : SERIES.get(index % SERIES.size());
  }

  /** The colour on a light page, with an opacity. */
  Color awt(double opacity) {
    int rgb = Integer.decode(light);
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, (int) (255 * opacity + 0.5));
  }

  /** The class by which style sheets colour an element. */
  String css() {
    return "plot-" + name().toLowerCase(Locale.ROOT);
  }

  /** A style sheet that gives each class its colour, for light and dark pages. */
  static String stylesheet() {
    return rules(false) + "@media (prefers-color-scheme: dark) {\n" + rules(true) + "}\n";
  }

  private static String rules(boolean inTheDark) {
    return Arrays.stream(values())
        .map(ink -> ".%s { color: %s; }\n".formatted(ink.css(), inTheDark ? ink.dark : ink.light))
        .collect(Collectors.joining());
  }
}
