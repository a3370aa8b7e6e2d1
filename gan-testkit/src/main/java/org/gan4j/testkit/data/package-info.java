/** What every data set must keep to. */
package org.gan4j.testkit.data;
