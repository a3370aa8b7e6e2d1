/**
 * How close generated samples are to the data: mode coverage, divergences between histograms,
 * sliced Wasserstein distance, maximum mean discrepancy, and precision and recall in a feature
 * space. Plain Java on host arrays; sample sets are row-major, {@code [n, dimensions]}, and must be
 * finite; divergences are in nats.
 */
package org.gan4j.metrics;
