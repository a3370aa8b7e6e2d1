/** Synthetic distributions: one-dimensional with known densities, and two-dimensional toys. */
package org.gan4j.data.distribution;
