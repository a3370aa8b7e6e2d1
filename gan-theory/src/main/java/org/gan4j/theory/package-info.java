/**
 * The optimality theorem of Goodfellow et al. 2014 as rows: each a statement, sides that are
 * computed independently of each other, and a tolerance.
 */
package org.gan4j.theory;
