package org.gan4j.speed.run;

/**
 * What a backend attains at best: in a large product, and in a copy of memory out of cache.
 *
 * @param backend its name
 * @param device what it runs on
 * @param threads the number of compute threads
 * @param gflops the fastest product, in GFLOP/s
 * @param gbps the fastest copy, in GB/s, reads and writes counted
 */
public record Ceiling(String backend, String device, int threads, double gflops, double gbps) {}
