/** GAN losses on logits: pure functions, differentiated by the tape. */
package org.gan4j.losses;
