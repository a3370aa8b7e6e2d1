/** Comma-separated values: the metrics of a run and its samples of points. */
package org.gan4j.io.csv;
