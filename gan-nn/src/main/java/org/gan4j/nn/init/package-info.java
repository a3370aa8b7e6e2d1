/** Initialisers of weights and biases. */
package org.gan4j.nn.init;
