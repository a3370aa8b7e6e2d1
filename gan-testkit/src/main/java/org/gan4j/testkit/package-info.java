/**
 * What every part of the test kit shares: host arrays and tolerances that know the element type.
 */
package org.gan4j.testkit;
