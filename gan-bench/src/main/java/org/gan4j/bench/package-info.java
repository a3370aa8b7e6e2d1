/** The benchmarks' command line. */
package org.gan4j.bench;
