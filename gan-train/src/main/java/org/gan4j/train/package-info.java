/** The training loop: a config, a trainer, listeners, and what a step reports. */
package org.gan4j.train;
