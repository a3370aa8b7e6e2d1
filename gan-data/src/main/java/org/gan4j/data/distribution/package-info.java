/** The synthetic laws: in one dimension with known densities, and the 2-D toys of mode coverage. */
package org.gan4j.data.distribution;
