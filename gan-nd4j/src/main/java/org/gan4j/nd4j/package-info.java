/**
 * The {@code nd4j} backend: every operation through ND4J's executioner, on the device of the ND4J
 * build on the class path. This is the only package that uses ND4J, an optional dependency.
 */
package org.gan4j.nd4j;
