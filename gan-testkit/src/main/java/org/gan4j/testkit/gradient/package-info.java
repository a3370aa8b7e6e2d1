/** Derivatives checked against differences. */
package org.gan4j.testkit.gradient;
