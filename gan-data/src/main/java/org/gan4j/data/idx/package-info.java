/** Image data sets in the IDX format, MNIST and Fashion-MNIST, and the folder that holds them. */
package org.gan4j.data.idx;
