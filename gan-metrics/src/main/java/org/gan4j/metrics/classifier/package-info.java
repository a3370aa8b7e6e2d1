/**
 * A classifier as a judge of samples: trained on a labelled data set, it says how sure it is of
 * each generated sample and whether all classes are there.
 */
package org.gan4j.metrics.classifier;
