/** Shared by all parts of the test kit: host arrays, and tolerances by element type. */
package org.gan4j.testkit;
