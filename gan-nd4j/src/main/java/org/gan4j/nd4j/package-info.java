/**
 * The {@code nd4j} backend: every operation through ND4J's executioner, on whatever device the ND4J
 * on the class path drives. The only package that knows ND4J, which is an optional dependency.
 */
package org.gan4j.nd4j;
