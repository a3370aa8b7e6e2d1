/** Numbers as comma-separated values: a run's metrics and its samples of points. */
package org.gan4j.io.csv;
