package org.gan4j.study.coverage;

/**
 * The figures of one method under a protocol, as printed in the paper; ± is a standard error if the
 * paper gives one.
 *
 * @param method the name of the method in the paper
 * @param modes the average number of covered modes
 * @param highQuality the share of high-quality samples, in percent
 * @param reverseKl the reverse KL in nats; a dash if the paper has none
 */
public record Published(String method, String modes, String highQuality, String reverseKl) {}
