/**
 * Scores generated samples by a classifier that is trained on a labelled data set: how confidently
 * it recognises each sample, and whether every class occurs.
 */
package org.gan4j.metrics.classifier;
