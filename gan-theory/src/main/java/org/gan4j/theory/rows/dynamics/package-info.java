/** The Dirac-GAN: the smallest game, whose trainer can be held against closed forms. */
package org.gan4j.theory.rows.dynamics;
