package org.gan4j.train;

import org.gan4j.nn.Layer;
import org.gan4j.nn.optim.Updater;

/**
 * One of the two networks in training.
 *
 * @param name the root of its paths
 * @param network its parameters
 * @param updater what changes them
 */
record Contestant(String name, Layer network, Updater updater) {}
