/** How weights start. */
package org.gan4j.nn.init;
