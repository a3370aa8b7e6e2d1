package org.gan4j.core.autograd;

import org.gan4j.core.Tensor;

/**
 * What batch norm gives.
 *
 * @param result the normalised rows, scaled and shifted, [n, c]
 * @param mean the mean of each column, [c]; without a gradient
 * @param variance the biased variance of each column, [c]; without a gradient
 */
public record BatchNormed(Var result, Tensor mean, Tensor variance) {}
