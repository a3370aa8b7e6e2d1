/** Layers: recipes in a config, networks with parameters, and the passes that apply them. */
package org.gan4j.nn;
