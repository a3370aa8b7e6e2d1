/** Image data sets in the IDX format: MNIST and Fashion-MNIST, and where they are kept. */
package org.gan4j.data.idx;
