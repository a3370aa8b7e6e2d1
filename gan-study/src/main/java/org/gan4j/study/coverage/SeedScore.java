package org.gan4j.study.coverage;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The score of one seed. If the training diverged, all samples are NaN: they cover no mode, none is
 * of high quality, and the Jensen-Shannon divergence has its maximum, log 2.
 *
 * @param seed the seed
 * @param modes the number of modes with a high-quality sample
 * @param highQuality the fraction of high-quality samples
 * @param reverseKl the reverse KL in nats, undefined without high-quality samples
 * @param jsd the Jensen-Shannon divergence from the true density on a grid, in nats
 * @param seconds the training time
 * @param divergedAt the step at which the training diverged, if it did
 */
public record SeedScore(
    long seed,
    int modes,
    double highQuality,
    OptionalDouble reverseKl,
    double jsd,
    double seconds,
    OptionalLong divergedAt) {}
