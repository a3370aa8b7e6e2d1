/** The theory that a loss may declare, as functions of the log density ratio. */
package org.gan4j.losses.theory;
