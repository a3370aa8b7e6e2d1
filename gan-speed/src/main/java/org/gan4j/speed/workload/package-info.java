/**
 * The workloads that {@code ./gan bench} and the JMH benchmarks time; each is defined once, here.
 */
package org.gan4j.speed.workload;
