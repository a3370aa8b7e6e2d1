/** Distributions as a person writes them: {@code 0.5*normal(-2,1)+0.5*normal(2,0.5)}. */
package org.gan4j.losses.divergence.expression;
