/** What tests of losses feed to a loss. */
package org.gan4j.testkit.loss;
