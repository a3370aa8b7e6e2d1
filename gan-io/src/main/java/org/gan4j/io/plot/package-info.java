/**
 * Plots: a {@link org.gan4j.io.plot.Figure} is numbers with names, drawn by {@link
 * org.gan4j.io.plot.InlineSvg} into a page, or by {@link org.gan4j.io.plot.Sheet}, with others
 * beside it, as a PNG or SVG file. One layout serves all of them.
 */
package org.gan4j.io.plot;
