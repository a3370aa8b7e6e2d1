/** Rows without training: both sides are integrals, roots, optima, closed forms or sample means. */
package org.gan4j.theory.rows.analytic;
