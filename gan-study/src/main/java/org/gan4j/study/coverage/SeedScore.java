package org.gan4j.study.coverage;

import java.util.OptionalLong;
import org.gan4j.metrics.ModeCoverage;

/**
 * The score of one seed. If the training diverged, all samples are NaN: they cover no mode, none is
 * of high quality, and the Jensen-Shannon divergence has its maximum, log 2.
 *
 * @param seed the seed
 * @param coverage the modes that the samples cover
 * @param jsd their Jensen-Shannon divergence from the true density on a grid, in nats
 * @param seconds the training time
 * @param divergedAt the step at which the training diverged, if it did
 */
public record SeedScore(
    long seed, ModeCoverage coverage, double jsd, double seconds, OptionalLong divergedAt) {}
