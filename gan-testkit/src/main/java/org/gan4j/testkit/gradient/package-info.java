/** Checks derivatives against differences. */
package org.gan4j.testkit.gradient;
