/** What every optimizer must keep to. */
package org.gan4j.testkit.optim;
