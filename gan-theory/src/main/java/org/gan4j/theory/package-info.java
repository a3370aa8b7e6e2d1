/**
 * The optimality theorem of Goodfellow et al. 2014 as rows. Each row has a statement, sides that
 * are computed independently, and a tolerance.
 */
package org.gan4j.theory;
