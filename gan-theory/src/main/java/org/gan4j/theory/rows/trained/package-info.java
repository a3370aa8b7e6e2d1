/**
 * Rows that train networks: a discriminator with a fixed generator, or a generator with the
 * framework's trainer. The results are measured by quadrature.
 */
package org.gan4j.theory.rows.trained;
