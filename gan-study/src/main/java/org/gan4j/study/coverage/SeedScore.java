package org.gan4j.study.coverage;

import java.util.OptionalLong;
import org.gan4j.metrics.ModeCoverage;

/**
 * How one seed's samples score. A training that diverged has samples that are no numbers: no mode,
 * none of high quality, and the largest Jensen-Shannon divergence, log 2.
 *
 * @param seed the seed
 * @param coverage which modes the samples reach
 * @param jsd their Jensen-Shannon divergence from the true density on a grid, in nats
 * @param seconds how long the training took
 * @param divergedAt the step at which the training diverged, if it did
 */
public record SeedScore(
    long seed, ModeCoverage coverage, double jsd, double seconds, OptionalLong divergedAt) {}
