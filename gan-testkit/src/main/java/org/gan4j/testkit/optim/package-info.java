/** The contract of optimizers. */
package org.gan4j.testkit.optim;
