/** Samples as PNG files: grids of images, scatter plots of points, histograms of numbers. */
package org.gan4j.train.image;
