/** The f-GAN family: f-divergences through their variational bound. */
package org.gan4j.losses.fgan;
