/** What layers are: recipes in a config, networks with parameters, and a pass through them. */
package org.gan4j.nn;
