/** A run on disk: config, metrics, samples and checkpoints in one folder. */
package org.gan4j.train.run;
