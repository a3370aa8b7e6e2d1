/** Optimizers: immutable recipes, and updaters, which apply them to parameters. */
package org.gan4j.nn.optim;
