/** How fast is what runs in Java alone: random draws, batches of data, quadrature? */
package org.gan4j.bench.host;
