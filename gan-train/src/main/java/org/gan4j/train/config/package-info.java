/** A run's config as JSON: what it can contain, the names of its parts, and the presets. */
package org.gan4j.train.config;
