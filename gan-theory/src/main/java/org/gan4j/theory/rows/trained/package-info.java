/**
 * Rows of the theorem that train networks: a discriminator with the generator fixed, a generator by
 * the framework's own trainer, and what is then measured of both by quadrature.
 */
package org.gan4j.theory.rows.trained;
