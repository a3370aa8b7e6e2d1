/** What a loss may declare about itself, as functions of the log-density ratio. */
package org.gan4j.losses.theory;
