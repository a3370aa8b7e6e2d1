package org.gan4j.io.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.gan4j.io.Xml;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.InlineSvg;

/**
 * A page in one file, readable without a network, on light and dark screens, on narrow ones, and in
 * print.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Returns a page.
   *
   * @param title its title, plain text
   * @param css rules beside those that all pages share
   * @param body the elements of the page
   * @return the page
   */
  public static String of(String title, String css, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + element("title", Xml.escape(title))
        + element("style", InlineSvg.stylesheet() + resource(HtmlPage.class, "page.css") + css)
        + ("</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n");
  }

  /**
   * Reads a style sheet that is beside a class.
   *
   * @param type the class
   * @param name the file's name
   * @return its text
   */
  public static String resource(Class<?> type, String name) {
    try (InputStream css = type.getResourceAsStream(name)) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns an element on a line of its own.
   *
   * @param name its name
   * @param escapedContent what is in it
   * @return the element
   */
  public static String element(String name, String escapedContent) {
    return "<" + name + ">" + escapedContent + "</" + name + ">\n";
  }

  /**
   * Returns a figure with its title, legend and description.
   *
   * @param figure the figure
   * @param id an identifier that is unique on the page
   * @param words turns plain words into HTML
   * @return the element
   */
  public static String figure(Figure figure, String id, UnaryOperator<String> words) {
    StringBuilder html = new StringBuilder();
    html.append(String.format(Locale.ROOT, "<figure id=\"%s\">\n", id));
    html.append("<h3>").append(words.apply(figure.title())).append("</h3>\n");
    html.append(InlineSvg.of(figure, id));
    html.append("<p class=\"legend\">");
    for (int i : figure.legend()) {
      html.append("<span>").append(InlineSvg.swatch(figure, i));
      html.append(words.apply(figure.series().get(i).name())).append("</span> ");
    }
    html.append("</p>\n<figcaption>").append(words.apply(figure.description()));
    return html.append("</figcaption>\n</figure>\n").toString();
  }
}
