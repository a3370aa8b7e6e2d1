/** GAN losses on logits: pure functions whose derivatives nobody writes. */
package org.gan4j.losses;
