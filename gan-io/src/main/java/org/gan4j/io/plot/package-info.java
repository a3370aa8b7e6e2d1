/**
 * Plots. A {@link org.gan4j.io.plot.Figure} holds the numbers and names. {@link
 * org.gan4j.io.plot.InlineSvg} draws it for an HTML page, and {@link org.gan4j.io.plot.Sheet} draws
 * several figures as one PNG or SVG file, all in the same layout.
 */
package org.gan4j.io.plot;
