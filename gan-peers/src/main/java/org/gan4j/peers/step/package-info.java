/** Whole GAN steps by other libraries, beside ours. Built with the profile {@code peers} only. */
package org.gan4j.peers.step;
