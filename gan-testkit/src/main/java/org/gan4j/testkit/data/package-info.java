/** The contracts of data sets. */
package org.gan4j.testkit.data;
