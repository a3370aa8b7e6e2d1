/** Programs to read and to run. */
package org.gan4j.examples;
