package org.gan4j.theory;

/**
 * One axis of a figure.
 *
 * @param label the quantity and its unit
 * @param logarithmic whether the scale is logarithmic; values that are not positive then are not
 *     drawn
 */
public record Axis(String label, boolean logarithmic) {}
