/** How long does a whole GAN step take, by network size? */
package org.gan4j.bench.step;
