/** Optimizers: immutable recipes, and the updaters that they bind to parameters. */
package org.gan4j.nn.optim;
