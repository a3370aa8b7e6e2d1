/** The contract of layers. */
package org.gan4j.testkit.layer;
