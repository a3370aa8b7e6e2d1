/** The Dirac-GAN, the smallest game, in which the trainer can be compared with closed forms. */
package org.gan4j.theory.rows.dynamics;
