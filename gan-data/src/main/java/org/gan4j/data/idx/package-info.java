/** Image data sets in the IDX format, as MNIST has them. */
package org.gan4j.data.idx;
