/** A run's config as JSON: what may stand in it, under which names, and the presets. */
package org.gan4j.train.config;
