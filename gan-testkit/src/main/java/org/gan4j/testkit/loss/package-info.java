/** Contracts of losses and penalties, and what tests feed to a loss. */
package org.gan4j.testkit.loss;
