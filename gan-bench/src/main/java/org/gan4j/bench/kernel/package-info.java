/** How fast are the products and the dense layer that every step is made of? */
package org.gan4j.bench.kernel;
