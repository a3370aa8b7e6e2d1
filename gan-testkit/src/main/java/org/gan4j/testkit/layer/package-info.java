/** What every layer must keep to. */
package org.gan4j.testkit.layer;
