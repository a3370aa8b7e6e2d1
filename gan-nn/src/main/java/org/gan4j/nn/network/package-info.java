/** Whole networks of the literature as recipes, for images that a batch holds as vectors. */
package org.gan4j.nn.network;
