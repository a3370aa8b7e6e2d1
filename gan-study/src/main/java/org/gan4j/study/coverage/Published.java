package org.gan4j.study.coverage;

/**
 * What a paper prints of one method under a protocol, in its own words; ± is a standard error where
 * the paper gives one.
 *
 * @param method the method's name there
 * @param modes how many modes it covers on average
 * @param highQuality how many of its samples are of high quality, in percent
 * @param reverseKl its reverse KL in nats; a dash where the paper has none
 */
public record Published(String method, String modes, String highQuality, String reverseKl) {}
