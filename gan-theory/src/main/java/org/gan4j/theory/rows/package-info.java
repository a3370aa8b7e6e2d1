/** The list of the theorem's rows. */
package org.gan4j.theory.rows;
