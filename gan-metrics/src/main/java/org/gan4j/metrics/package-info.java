/**
 * How close generated samples are to the truth: mode coverage, divergences of histograms, sliced
 * Wasserstein distance, maximum mean discrepancy, and neighbour counts on features. Plain Java on
 * host arrays; sample sets are row-major, {@code [n, dimensions]}; divergences are in nats.
 */
package org.gan4j.metrics;
